// SPDX-License-Identifier: Apache-2.0
#include "base/json_object.hpp"

#include <nlohmann/json.hpp>

namespace mdm {

std::string json_object(const std::vector<std::pair<std::string_view, std::optional<std::string>>>& members) {
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    for (const auto& [key, value] : members)
        object[std::string(key)] = value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
    return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string json_array(const std::vector<std::string>& texts) {
    return nlohmann::ordered_json(texts).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::optional<std::map<std::string, std::string>> json_strings(std::string_view text) {
    const auto object = nlohmann::json::parse(text, nullptr, false);
    if (!object.is_object())
        return std::nullopt;
    std::map<std::string, std::string> members;
    for (const auto& [key, value] : object.items())
        if (value.is_string())
            members[key] = value.get<std::string>();
    return members;
}

std::string json_escaped(std::string_view text) {
    const std::string quoted =
        nlohmann::ordered_json(text).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    return quoted.substr(1, quoted.size() - 2);
}

}  // namespace mdm
