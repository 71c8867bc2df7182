// SPDX-License-Identifier: Apache-2.0
#include "profile/baseline.hpp"

#include "profile/place.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace mdm::profile {
namespace {

using nlohmann::json;

/// "./a/../wifi.mobileconfig" is "wifi.mobileconfig", and that is "/profiles/wifi.mobileconfig" in /profiles.
std::string key_of_file(std::string_view file) {
    std::error_code failed;
    const auto path = std::filesystem::absolute(file, failed);
    return (failed ? std::filesystem::path(file) : path).lexically_normal().string();
}

std::string key_of_finding(std::string_view code, std::string_view where) {
    return fmt::format("{}\n{}", code, path_of(where));
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
    const auto refused = [name] {
        return Error{ErrorCode::not_a_baseline, fmt::format("'{}' is no answer of mdmctl profile lint", name),
                     "mdmctl profile lint FILE... --output json >baseline.json"};
    };
    const json root = json::parse(text, nullptr, false);
    const json* results = array_of(root, "results");
    if (results == nullptr)
        throw refused();
    Baseline baseline;
    for (const json& result : *results) {
        const json* findings = array_of(result, "findings");
        if (findings == nullptr || text_of(result, "file").empty())
            throw refused();
        Counts& counts = baseline.files_[key_of_file(text_of(result, "file"))];
        for (const json& finding : *findings) {
            if (!finding.is_object() || text_of(finding, "code").empty())
                throw refused();
            ++counts[key_of_finding(text_of(finding, "code"), text_of(finding, "where"))];
        }
    }
    return baseline;
}

std::size_t Baseline::take_out(std::string_view file, std::vector<Finding>& findings) {
    const auto known_file = files_.extract(key_of_file(file));
    if (known_file.empty())
        return 0;
    Counts& counts = known_file.mapped();
    const std::size_t taken = std::erase_if(findings, [&counts](const Finding& finding) {
        const auto known = counts.find(key_of_finding(name(finding.code), finding.where));
        if (known == counts.end() || known->second == 0)
            return false;
        --known->second;
        return true;
    });
    for (const auto& [finding, count] : counts)
        left_ += count;
    return taken;
}

}  // namespace mdm::profile
