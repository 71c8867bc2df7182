// SPDX-License-Identifier: Apache-2.0
#include "profile/form_errors.hpp"

#include "profile/envelope_rules.hpp"
#include "profile/outline.hpp"
#include "profile/place.hpp"

#include <fmt/format.h>
#include <string_view>

namespace mdm::profile {
namespace {

using plist::Value;

/// Those that the profile and each of its payloads must have.
/// source  Apple, Device Management, "TopLevel" and "CommonPayloadKeys"
void judge_common_keys(const Value& dict, std::string_view place, std::vector<Finding>& found) {
    const auto refuse = [&](ErrorCode code, std::string message) {
        found.push_back({Severity::error, code, std::move(message), "", std::string(place)});
    };
    for (const std::string_view key : {"PayloadIdentifier", "PayloadType", "PayloadUUID", "PayloadVersion"}) {
        const Value* value = dict.find(key);
        const bool is_version = key == "PayloadVersion";
        if (value == nullptr)
            refuse(ErrorCode::missing_key, fmt::format("key '{}' is missing", key));
        else if (is_version ? value->get_if<std::int64_t>() == nullptr : value->get_if<std::string>() == nullptr)
            refuse(ErrorCode::wrong_type,
                   fmt::format("'{}' is {}, not {}", key, value->type_name(), is_version ? "integer" : "string"));
    }
}

}  // namespace

std::vector<Finding> form_errors(const plist::Document& profile) {
    std::vector<Finding> found = profile.findings;
    const Path root;
    const Outline outline = outline_of(profile.root);
    judge_common_keys(profile.root, where(root, profile.root.place), found);
    judge_content(profile.root, found);
    for (const PayloadOutline& payload : outline.payloads)
        judge_common_keys(*payload.value, payload.where, found);
    judge_identity(outline, found);
    std::erase_if(found, [](const Finding& f) { return f.severity != Severity::error; });
    return found;
}

}  // namespace mdm::profile
