// SPDX-License-Identifier: Apache-2.0
#include "profile/built_in_types.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "profile/payload_table.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <utility>
#include <vector>

namespace mdm::profile {
namespace {

constexpr std::string_view uuid_format =
    "^[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$";

/// The table is ours: what does not parse is a bug.
[[noreturn]] void refuse(std::string_view line) {
    throw Error{ErrorCode::internal_error, fmt::format("the table of payload types has a line that is none: {}", line)};
}

/// Takes what stands before `separator` off the front; all, where it is not there.
std::string_view take_until(std::string_view& text, std::string_view separator) {
    const auto at = text.find(separator);
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + separator.size());
    return taken;
}

/// Cuts what stands behind `marker` off the end; empty where it is not there.
std::string_view cut_behind(std::string_view& text, std::string_view marker) {
    const auto at = text.find(marker);
    if (at == std::string_view::npos)
        return {};
    const std::string_view behind = text.substr(at + marker.size());
    text = text.substr(0, at);
    return behind;
}

Bounds bounds_of(std::string_view text) {
    if (text.empty())
        return {};
    const std::string_view min = take_until(text, "..");
    return {parse_number(min), parse_number(text)};
}

Type type_of(std::string_view word, std::string_view line) {
    const auto found = std::find(type_names.begin(), type_names.end(), word);
    if (found == type_names.end())
        refuse(line);
    return static_cast<Type>(found - type_names.begin());
}

Os os_of(std::string_view word, std::string_view line) {
    for (std::size_t os = 0; os < os_names.size(); ++os)
        if (lower_case(os_names[os]) == word)
            return static_cast<Os>(os);
    refuse(line);
}

void apply(Support& support, std::string_view word, std::string_view line) {
    if (word.front() >= '0' && word.front() <= '9') {
        support.introduced = parse_version(word);
        return;
    }
    if (word.size() > 1) {
        (word.front() == 'd' ? support.deprecated : support.removed) = parse_version(word.substr(1));
        return;
    }
    const auto channels = [&support](Stated device, Stated user) {
        support.device_channel = device;
        support.user_channel = user;
    };
    switch (word.front()) {
        case 'M':
            support.multiple = Stated::yes;
            return;
        case 'm':
            support.multiple = Stated::no;
            return;
        case 'S':
            support.supervised = Stated::yes;
            return;
        case 's':
            support.supervised = Stated::no;
            return;
        case 'h':
            support.by_hand = Stated::yes;
            return;
        case 'x':
            support.by_hand = Stated::no;
            return;
        case 'B':
            return channels(Stated::yes, Stated::yes);
        case 'D':
            return channels(Stated::yes, Stated::no);
        case 'U':
            return channels(Stated::no, Stated::yes);
        case 'a':
            support.user_enrollment = Mode::allowed;
            return;
        case 'u':
            support.user_enrollment = Mode::forbidden;
            return;
        case 'i':
            support.user_enrollment = Mode::ignored;
            return;
        case 'q':
            support.user_enrollment = Mode::required;
            return;
        case 'o':
            support.shared_ipad = Mode::allowed;
            return;
        case 'p':
            support.shared_ipad = Mode::forbidden;
            return;
        case 'j':
            support.shared_ipad = Mode::ignored;
            return;
        case 'w':
            support.shared_ipad = Mode::required;
            return;
        default:
            refuse(line);
    }
}

Availability laid_over(Availability availability, std::string_view systems, std::string_view line) {
    const bool only = systems.starts_with("only ");
    if (only)
        systems.remove_prefix(5);
    std::array<bool, os_names.size()> named{};
    while (!systems.empty()) {
        std::string_view system = take_until(systems, ", ");
        const auto os = static_cast<std::size_t>(os_of(take_until(system, " "), line));
        named[os] = true;
        availability[os].available = Stated::yes;
        while (!system.empty())
            apply(availability[os], take_until(system, " "), line);
    }
    if (only)
        for (std::size_t os = 0; os < named.size(); ++os)
            if (!named[os])
                availability[os].available = Stated::no;
    return availability;
}

/// What holds of a type where its line says nothing else.
Availability of_type(std::string_view systems, std::string_view line) {
    Availability base;
    for (std::size_t os = 0; os < base.size(); ++os) {
        base[os].multiple = Stated::no;
        base[os].by_hand = Stated::yes;
        if (static_cast<Os>(os) != Os::macos)
            base[os].supervised = Stated::no;
        base[os].user_enrollment = Mode::allowed;
        base[os].shared_ipad = Mode::allowed;
    }
    Support not_there;
    not_there.available = Stated::no;
    Availability availability = laid_over(base, systems, line);
    for (Support& support : availability)
        if (support.available != Stated::yes)
            support = not_there;
    return availability;
}

class TableReader {
public:
    TableReader() {
        schema_.lists.emplace_back();
        schema_.availabilities.emplace_back();
    }

    void read(std::string_view table) {
        std::string line;
        while (!table.empty()) {
            const std::string_view piece = take_until(table, "\n");
            // A line that goes on is put together with one blank, or none behind "|".
            line += line.empty() ? std::string(piece) : (line.back() == ',' ? " " : "") + std::string(trimmed(piece));
            if (line.ends_with(',') || line.ends_with('|'))
                continue;
            if (!trimmed(line).empty())
                line.starts_with("type ") ? read_type(line) : read_keys(line);
            line.clear();
        }
    }

    Schema finish() {
        schema_.settle();
        return std::move(schema_);
    }

private:
    /// The list that lines of one indentation go into, and what holds there.
    struct Level {
        std::uint32_t list;
        std::uint32_t availability;
    };

    std::uint32_t new_list() {
        schema_.lists.emplace_back();
        return static_cast<std::uint32_t>(schema_.lists.size() - 1);
    }

    std::uint32_t index_of(const Availability& availability) {
        auto& known = schema_.availabilities;
        // From behind: a line says more often what those before it said than what one far above did.
        const auto found = std::find(known.rbegin(), known.rend(), availability);
        if (found != known.rend())
            return static_cast<std::uint32_t>(known.rend() - found - 1);
        known.push_back(availability);
        return static_cast<std::uint32_t>(known.size() - 1);
    }

    void read_type(std::string_view line) {
        std::string_view text = line.substr(std::string_view("type ").size());
        PayloadType payload;
        payload.complete = !text.ends_with(" ...");
        if (!payload.complete)
            text.remove_suffix(4);
        payload.type = take_until(text, " : ");
        payload.availability = text.empty() ? 0 : index_of(of_type(text, line));
        payload.keys = new_list();
        levels_ = {{payload.keys, payload.availability}};
        schema_.payloads.push_back(std::move(payload));
    }

    void read_keys(std::string_view line) {
        const std::size_t depth = line.find_first_not_of(' ') / 2;
        if (depth == 0 || depth > levels_.size())
            refuse(line);
        levels_.resize(depth);
        std::string_view text = trimmed(line);
        std::string_view names = take_until(text, " : ");
        const KeyRule pattern = rule_of(text, line);
        const std::uint32_t list = levels_.back().list;
        while (!names.empty()) {
            std::string_view name = take_until(names, ", ");
            KeyRule rule = pattern;
            rule.required = name.ends_with('!');
            if (rule.required)
                name.remove_suffix(1);
            rule.name = name;
            schema_.lists[list].rules.push_back(std::move(rule));
        }
        // What is indented further goes into the last of them.
        levels_.push_back({0, pattern.availability});
        if (depth >= 1 && is_container(pattern) && pattern.inside == 0)
            pending_ = {list, schema_.lists[list].rules.size() - 1};
        levels_.back().list = open_list(pattern);
    }

    static bool is_container(const KeyRule& rule) { return rule.type == Type::array || rule.type == Type::dictionary; }

    /// A list for what may follow inside; it is tied to the key when there is something.
    std::uint32_t open_list(const KeyRule& rule) {
        if (!is_container(rule) || rule.inside != 0)
            return 0;
        const std::uint32_t list = new_list();
        schema_.lists[pending_.first].rules[pending_.second].inside = list;
        return list;
    }

    KeyRule rule_of(std::string_view text, std::string_view line) {
        KeyRule rule;
        const std::uint32_t above = levels_.back().availability;
        const std::string_view systems = cut_behind(text, " ; ");
        rule.availability = systems.empty() ? above : index_of(laid_over(schema_.availabilities[above], systems, line));
        KeyRule value;
        const std::string_view format = cut_behind(text, " like ");
        value.format = format == "UUID" ? uuid_format : format;
        value.repetition = bounds_of(cut_behind(text, " times "));
        value.range = bounds_of(cut_behind(text, " in "));
        for (std::string_view allowed = cut_behind(text, " = "); !allowed.empty();)
            value.allowed.emplace_back(take_until(allowed, "|"));
        const std::string_view item = cut_behind(text, " of ");
        value.availability = rule.availability;
        value.type = type_of(item.empty() ? text : item, line);
        if (item.empty())
            return value;
        rule.type = type_of(text, line);
        value.name = "[]";
        rule.inside = new_list();
        schema_.lists[rule.inside].rules.push_back(std::move(value));
        return rule;
    }

    Schema schema_;
    std::vector<Level> levels_;
    std::pair<std::uint32_t, std::size_t> pending_{};
};

}  // namespace

Schema built_in_schema() {
    TableReader reader;
    for (const std::string_view table : {table_of_identity, table_of_restrictions, table_of_network, table_of_accounts,
                                         table_of_devices, table_of_others})
        reader.read(table);
    return reader.finish();
}

}  // namespace mdm::profile
