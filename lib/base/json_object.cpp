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

}  // namespace mdm
