// SPDX-License-Identifier: Apache-2.0
#include "profile/new_replacement.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "plist/reader.hpp"
#include "profile/outline.hpp"
#include "profile/secret_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace mdm::profile {
namespace {

const plist::Value* enrollment_in(const Outline& outline) {
    const auto found = std::find_if(outline.payloads.begin(), outline.payloads.end(),
                                    [](const PayloadOutline& p) { return p.type == "com.apple.mdm"; });
    return found == outline.payloads.end() ? nullptr : found->value;
}

/// Devices check in at the ServerURL where no other is named.
std::string_view value_of(const plist::Value& enrollment, std::string_view key) {
    const std::string_view value = text_of(enrollment, key);
    return value.empty() && key == "CheckInURL" ? text_of(enrollment, "ServerURL") : value;
}

std::string shown(std::string_view value) {
    return value.empty() ? "not there" : fmt::format("'{}'", without_url_secrets(value));
}

}  // namespace

void check_replacement(const plist::Value& earlier, const MadeProfile& made, std::string_view name) {
    const plist::Document document = plist::read(made.xml.reveal());
    const Outline before = outline_of(earlier);
    const Outline after = outline_of(document.root);
    const plist::Value* old_one = enrollment_in(before);
    const plist::Value* new_one = enrollment_in(after);
    if (old_one == nullptr || new_one == nullptr)
        return;
    std::vector<std::string> differences;
    for (const std::string_view key : {"Topic", "ServerURL", "CheckInURL", "EnrollmentMode", "AssignedManagedAppleID"})
        if (const auto was = value_of(*old_one, key), is = value_of(*new_one, key); was != is)
            differences.push_back(fmt::format("{} is {}, and was {}", key, shown(is), shown(was)));
    if (differences.empty())
        return;
    throw Error{differences.front().starts_with("Topic") ? ErrorCode::topic_mismatch : ErrorCode::output_exists,
                fmt::format("'{}' is an enrollment that devices may have, and they refuse this one in its place: {}",
                            name, joined(differences, "; ")),
                "another file, and another --identifier: the devices have to enroll again"};
}

}  // namespace mdm::profile
