// SPDX-License-Identifier: Apache-2.0
#include "profile/built_in_types.hpp"

#include "catch.hpp"
#include "fakes/shared_data.hpp"
#include "profile/schema_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

using namespace mdm;
using namespace mdm::profile;

namespace {

std::string shown(const std::optional<Version>& version) { return version ? version->to_string() : "-"; }

/// What a schema says of a thing on the systems that have it, as text. Where Apple says nothing, the table's usual
/// stands.
std::string shown(const Availability& availability) {
    std::string text;
    for (std::size_t os = 0; os < availability.size(); ++os) {
        const Support& s = availability[os];
        if (s.available != Stated::yes)
            continue;
        text += fmt::format(
            "{} {} {} {}{}{}{}{}{}{}{}; ", os_names[os], shown(s.introduced), shown(s.deprecated), shown(s.removed),
            s.multiple == Stated::yes ? " multiple" : "", s.supervised == Stated::yes ? " supervised" : "",
            s.by_hand == Stated::no ? " server" : "", s.device_channel == Stated::no ? " no-device" : "",
            s.user_channel == Stated::no ? " no-user" : "",
            s.user_enrollment <= Mode::allowed ? "" : fmt::format(" e{}", static_cast<int>(s.user_enrollment)),
            s.shared_ipad <= Mode::allowed ? "" : fmt::format(" i{}", static_cast<int>(s.shared_ipad)));
    }
    return text;
}

std::string shown(const KeyRule& rule, const Schema& schema) {
    const auto bound = [](const std::optional<double>& b) { return b ? fmt::format("{}", *b) : ""; };
    return fmt::format("{}{} [{}] {}..{} {}..{} {} {}", name(rule.type),
                       rule.required && rule.name != any_key ? "!" : "", fmt::join(rule.allowed, "|"),
                       bound(rule.range.min), bound(rule.range.max), bound(rule.repetition.min),
                       bound(rule.repetition.max), rule.format, shown(schema.availabilities[rule.availability]));
}

using Lines = std::map<std::string, std::string>;

void add_lines(const Schema& schema, std::uint32_t list, const std::string& path, std::set<std::uint32_t> above,
               Lines& lines) {
    if (!above.insert(list).second)
        return;
    const auto& rules = schema.lists[list].rules;
    for (const KeyRule& rule : rules) {
        // The name of an array's item is a placeholder.
        const bool is_item = path.ends_with("/") && rules.size() == 1 && !path.empty() && path[path.size() - 2] == '#';
        const std::string here = path + (is_item ? "" : rule.name);
        lines[here] = shown(rule, schema);
        if (is_item)  // whether there is an item is no matter of presence
            std::erase(lines[here], '!');
        add_lines(schema, rule.inside, here + (rule.type == Type::array ? "#/" : "/"), above, lines);
    }
}

Lines lines_of(const Schema& schema, const PayloadType& type) {
    Lines lines;
    add_lines(schema, type.keys, "", {0}, lines);
    return lines;
}

}  // namespace

TEST_CASE("a few payload types are built in with their keys, all others by name") {
    const Schema schema = built_in_schema();
    REQUIRE(schema.of_type("com.apple.wifi.managed").size() == 1);
    CHECK(schema.of_type("com.apple.wifi.managed").front().complete);
    REQUIRE(schema.of_type("com.apple.dock").size() == 1);
    CHECK_FALSE(schema.of_type("com.apple.dock").front().complete);
    CHECK(schema.of_type("com.apple.nothing").empty());
    // 120 types, and the two that are the profile itself and what all payloads have.
    CHECK(schema.payloads.size() == 122);
}

TEST_CASE("what is built in says nothing else than Apple's schema") {
    const auto folder = fakes::shared_folder("apple-device-management");
    if (!folder)
        return;
    const Schema apples = SchemaFolder(folder->string()).read();
    const Schema ours = built_in_schema();
    std::size_t compared = 0;
    for (const PayloadType& type : ours.payloads) {
        CAPTURE(type.type);
        const auto theirs = apples.of_type(type.type);
        REQUIRE_FALSE(theirs.empty());
        if (theirs.size() == 1)
            CHECK(shown(ours.availabilities[type.availability]) ==
                  shown(apples.availabilities[theirs.front().availability]));
        const Lines their_lines = lines_of(apples, theirs.front());
        for (const auto& [path, rule] : lines_of(ours, type)) {
            CAPTURE(path);
            REQUIRE(their_lines.contains(path));
            CHECK(rule == their_lines.at(path));
            ++compared;
        }
        if (type.complete)
            CHECK(ours.lists[type.keys].rules.size() == apples.lists[theirs.front().keys].rules.size());
    }
    CHECK(compared > 700);
}
