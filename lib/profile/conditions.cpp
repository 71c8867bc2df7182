// SPDX-License-Identifier: Apache-2.0
#include "profile/conditions.hpp"

#include "base/text.hpp"
#include "profile/target.hpp"
#include "profile/value_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace mdm::profile {
namespace {

bool has(const std::vector<Os>& systems, Os os) {
    return std::find(systems.begin(), systems.end(), os) != systems.end();
}

void add_versions(Conditions& into, Os os, const Support& support) {
    const auto at = [os](const Version& version) { return fmt::format("{} {}", name(os), version.to_string()); };
    into.since.push_back(support.introduced ? at(*support.introduced) : std::string(name(os)));
    if (support.removed)
        into.removed.push_back(at(*support.removed));
    else if (support.deprecated)
        into.deprecated.push_back(at(*support.deprecated));
}

/// "supervision", or where it is not asked for everywhere "supervision (iOS, tvOS)".
std::string with_systems(std::string_view need, const std::vector<Os>& these, const std::vector<Os>& all) {
    if (these.size() == all.size())
        return std::string(need);
    std::vector<std::string> names(these.size());
    std::transform(these.begin(), these.end(), names.begin(), [](Os os) { return std::string(name(os)); });
    return fmt::format("{} ({})", need, joined(names, ", "));
}

}  // namespace

std::vector<Os> Conditions::without_supervision() const {
    std::vector<Os> rest;
    std::copy_if(systems.begin(), systems.end(), std::back_inserter(rest),
                 [this](Os os) { return !has(supervised, os); });
    return rest;
}

Conditions conditions_of(const Availability& availability) {
    Conditions found;
    found.systems = systems(availability);
    for (const Os os : found.systems) {
        const Support& support = availability[static_cast<std::size_t>(os)];
        if (support.supervised == Stated::yes)
            found.supervised.push_back(os);
        if (support.by_hand == Stated::no)
            found.by_server.push_back(os);
        if (support.user_enrollment == Mode::forbidden)
            found.no_user_enrollment.push_back(os);
        add_versions(found, os, support);
    }
    const Support& macos = availability[static_cast<std::size_t>(Os::macos)];
    if (macos.available == Stated::yes) {
        found.device_channel_only = macos.user_channel == Stated::no;
        found.user_channel_only = macos.device_channel == Stated::no;
    }
    return found;
}

std::string_view devices_of(Os os) {
    constexpr std::array<std::string_view, os_names.size()> devices{"iPhone and iPad", "Mac", "Apple TV",
                                                                    "Apple Vision Pro", "Apple Watch"};
    return devices.at(static_cast<std::size_t>(os));
}

std::string devices_of(const std::vector<Os>& systems) {
    std::vector<std::string> names;
    for (const Os os : systems) {
        if (os == Os::ios)
            names.insert(names.end(), {"iPhone", "iPad"});
        else
            names.emplace_back(devices_of(os));
    }
    return names.empty() ? std::string() : listed(names);
}

std::vector<std::string> needs_of(const Conditions& conditions) {
    std::vector<std::string> needs;
    const auto add = [&](std::string_view need, const std::vector<Os>& where) {
        if (!where.empty())
            needs.push_back(with_systems(need, where, conditions.systems));
    };
    add("supervision", conditions.supervised);
    add("an MDM server", conditions.by_server);
    if (conditions.device_channel_only)
        needs.emplace_back("the device channel of macOS");
    if (conditions.user_channel_only)
        needs.emplace_back("the user channel of macOS");
    add("not in User Enrollment", conditions.no_user_enrollment);
    return needs;
}

std::vector<std::string> need_sentences(const Conditions& conditions) {
    std::vector<std::string> said;
    const auto add = [&](std::string_view everywhere, std::string_view somewhere, const std::vector<Os>& where) {
        if (where.empty())
            return;
        said.push_back(
            where.size() == conditions.systems.size()
                ? std::string(everywhere)
                : fmt::format("On {} {}", where == std::vector{Os::macos} ? "a Mac" : devices_of(where), somewhere));
    };
    if (!conditions.systems.empty())
        said.push_back(fmt::format("It is for {}.", devices_of(conditions.systems)));
    add("It needs a supervised device; others ignore it.", "it needs a supervised device; others ignore it.",
        conditions.supervised);
    add("A person cannot install it: an MDM server has to send it.",
        "a person cannot install it: an MDM server has to send it.", conditions.by_server);
    if (conditions.device_channel_only)
        said.emplace_back("On a Mac it is for the whole device, and not for one user (PayloadScope System).");
    if (conditions.user_channel_only)
        said.emplace_back("On a Mac it is for one user, and not for the whole device (PayloadScope User).");
    add("It is not for User Enrollment.", "it is not for User Enrollment.", conditions.no_user_enrollment);
    if (!conditions.removed.empty())
        said.push_back(fmt::format("It no longer does anything from {} on.", listed(conditions.removed)));
    if (!conditions.deprecated.empty())
        said.push_back(fmt::format("Apple advises against it from {} on.", listed(conditions.deprecated)));
    return said;
}

}  // namespace mdm::profile
