// SPDX-License-Identifier: Apache-2.0
#include "profile/baseline.hpp"

#include "profile/place.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace mdm::profile {
namespace {

using nlohmann::json;

/// "./a/../wifi.mobileconfig" is "wifi.mobileconfig".
std::string key_of(std::string_view file, std::string_view code, std::string_view where) {
    const std::string path = std::filesystem::path(file).lexically_normal().string();
    return fmt::format("{}\n{}\n{}", path, code, path_of(where));
}

std::string text_of(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const json* array_of(const json& object, const char* key) {
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(key);
    return found != object.end() && found->is_array() ? &*found : nullptr;
}

}  // namespace

Baseline Baseline::parse(std::string_view text, std::string_view name) {
    const json root = json::parse(text, nullptr, false);
    const json* results = array_of(root, "results");
    if (results == nullptr)
        throw Error{ErrorCode::not_a_baseline, fmt::format("'{}' is no answer of mdmctl profile lint", name),
                    "mdmctl profile lint FILE... --output json >baseline.json"};
    Baseline baseline;
    for (const json& result : *results) {
        const json* findings = array_of(result, "findings");
        if (findings == nullptr)
            continue;
        for (const json& finding : *findings) {
            if (!finding.is_object())
                continue;
            ++baseline.counts_[key_of(text_of(result, "file"), text_of(finding, "code"), text_of(finding, "where"))];
            ++baseline.left_;
        }
    }
    return baseline;
}

std::size_t Baseline::take_out(std::string_view file, std::vector<Finding>& findings) {
    return std::erase_if(findings, [&](const Finding& finding) {
        const auto known = counts_.find(key_of(file, name(finding.code), finding.where));
        if (known == counts_.end() || known->second == 0)
            return false;
        --known->second;
        --left_;
        return true;
    });
}

}  // namespace mdm::profile
