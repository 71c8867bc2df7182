// SPDX-License-Identifier: Apache-2.0
#include "profile/target.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::profile {
namespace {

using Enrollment = Target::Enrollment;

Objections of_version(const Support& support, const Target& target) {
    // A system without a version is the newest of it, and has all that ever came.
    const auto reached = [&target](const std::optional<Version>& version) {
        return version && (!target.version || *target.version >= *version);
    };
    Objections found = 0;
    if (target.version && support.introduced && *target.version < *support.introduced)
        found |= introduced_later;
    if (reached(support.removed))
        found |= removed_by_then;
    else if (reached(support.deprecated))
        found |= deprecated_by_then;
    return found;
}

Objections of_enrollment(const Support& support, const Target& target) {
    const bool user = target.enrollment == Enrollment::user;
    const bool shared = target.enrollment == Enrollment::shared_ipad;
    Objections found = 0;
    if (user && (support.user_enrollment == Mode::forbidden || support.user_enrollment == Mode::ignored))
        found |= not_in_user_enrollment;
    if (!user && target.enrollment != Enrollment::unknown && support.user_enrollment == Mode::required)
        found |= only_in_user_enrollment;
    if (shared && (support.shared_ipad == Mode::forbidden || support.shared_ipad == Mode::ignored))
        found |= not_on_shared_ipad;
    if (!shared && target.enrollment != Enrollment::unknown && support.shared_ipad == Mode::required)
        found |= only_on_shared_ipad;
    if (target.enrollment == Enrollment::by_hand && support.by_hand == Stated::no)
        found |= not_by_hand;
    return found;
}

Objections of_channel(const Support& support, Channel channel) {
    if (channel == Channel::device && support.device_channel == Stated::no)
        return not_on_device_channel;
    if (channel == Channel::user && support.user_channel == Stated::no)
        return not_on_user_channel;
    return 0;
}

Objections of_one(const Support& support, const Target& target) {
    if (support.available == Stated::no)
        return not_available;
    Objections found = of_version(support, target) | of_enrollment(support, target);
    if (target.supervised == false && support.supervised == Stated::yes)
        found |= needs_supervision;
    return found | of_channel(support, target.channel);
}

/// What a system has a word for: macOS knows no supervision here, iOS no channels.
Objections stated(const Support& support) {
    Objections found = 0;
    const auto add = [&found](bool is_stated, Objections what) { found |= is_stated ? what : 0; };
    add(support.supervised != Stated::nothing, needs_supervision);
    add(support.user_enrollment != Mode::nothing, not_in_user_enrollment | only_in_user_enrollment);
    add(support.shared_ipad != Mode::nothing, not_on_shared_ipad | only_on_shared_ipad);
    add(support.by_hand != Stated::nothing, not_by_hand);
    add(support.device_channel != Stated::nothing, not_on_device_channel);
    add(support.user_channel != Stated::nothing, not_on_user_channel);
    return found;
}

bool says_nothing(const Availability& availability) {
    return std::all_of(availability.begin(), availability.end(),
                       [](const Support& s) { return s.available == Stated::nothing; });
}

}  // namespace

void set_system(Target& target, std::string_view text) {
    const auto colon = text.find(':');
    std::string word = lower_case(text.substr(0, colon));
    if (word == "ipados")
        word = "ios";
    for (std::size_t os = 0; os < os_names.size(); ++os)
        if (lower_case(os_names[os]) == word)
            target.os = static_cast<Os>(os);
    if (!target.os)
        throw Error{ErrorCode::bad_usage, fmt::format("--os '{}' names no system", text),
                    "ios, ipados, macos, tvos, visionos or watchos, with a version or without: ios:17.4"};
    if (colon == std::string_view::npos)
        return;
    target.version = parse_version(text.substr(colon + 1));
    if (!target.version)
        throw Error{ErrorCode::bad_usage, fmt::format("--os '{}' has no version behind the colon", text),
                    "--os ios:17 or --os macos:14.2"};
}

Objections objections(const Availability& availability, const Target& target) {
    // A schema that is silent about a system does not say that the thing is missing there.
    if (target.os)
        return of_one(availability[static_cast<std::size_t>(*target.os)], target);
    // Without a system there is no version either, and what has gone by then is not known.
    Target without_version = target;
    without_version.version.reset();
    Objections objected = 0;
    Objections not_objected = 0;
    bool is_anywhere = false;
    for (const Support& support : availability) {
        if (support.available != Stated::yes)
            continue;
        is_anywhere = true;
        const Objections found = of_one(support, without_version) & ~(deprecated_by_then | removed_by_then);
        objected |= found;
        not_objected |= stated(support) & ~found;
    }
    if (!is_anywhere)
        return says_nothing(availability) ? 0 : Objections{not_available};
    return objected & ~not_objected;
}

std::vector<Os> systems(const Availability& availability) {
    std::vector<Os> found;
    for (std::size_t os = 0; os < availability.size(); ++os)
        if (availability[os].available == Stated::yes)
            found.push_back(static_cast<Os>(os));
    return found;
}

bool refuses_several(const Availability& availability, const Target& target) {
    const auto has = systems(availability);
    if (target.os && availability[static_cast<std::size_t>(*target.os)].available == Stated::no)
        return false;
    if (target.os && std::find(has.begin(), has.end(), *target.os) != has.end())
        return availability[static_cast<std::size_t>(*target.os)].multiple == Stated::no;
    return !has.empty() && std::all_of(has.begin(), has.end(), [&](Os os) {
        return availability[static_cast<std::size_t>(os)].multiple == Stated::no;
    });
}

}  // namespace mdm::profile
