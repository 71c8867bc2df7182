// SPDX-License-Identifier: Apache-2.0
#include "profile/payload_schema.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <locale>
#include <numeric>
#include <sstream>

namespace mdm::profile {
namespace {

struct ByType {
    bool operator()(const PayloadType& a, std::string_view b) const { return a.type < b; }
    bool operator()(std::string_view a, const PayloadType& b) const { return a < b.type; }
};

void read_numbers(KeyRule& rule) {
    if (rule.type != Type::integer && rule.type != Type::real)
        return;
    for (const std::string& text : rule.allowed)
        if (const auto number = parse_number(text))
            rule.numbers.push_back(*number);
}

void index(KeyList& list) {
    list.by_name.resize(list.rules.size());
    std::iota(list.by_name.begin(), list.by_name.end(), 0U);
    std::stable_sort(list.by_name.begin(), list.by_name.end(),
                     [&list](std::uint32_t a, std::uint32_t b) { return list.rules[a].name < list.rules[b].name; });
    list.any = list.find(any_key);
}

/// The rule that a path of keys leads to; nullptr where there is none.
KeyRule* rule_at(Schema& schema, std::uint32_t list, std::initializer_list<std::string_view> path) {
    KeyRule* rule = nullptr;
    for (const std::string_view key : path) {
        auto& rules = schema.lists[list].rules;
        const auto found = std::find_if(rules.begin(), rules.end(), [key](const KeyRule& r) { return r.name == key; });
        if (found == rules.end())
            return nullptr;
        rule = &*found;
        list = rule->inside;
    }
    return rule;
}

void mend(Schema& schema, const PayloadType& payload) {
    if (payload.type == top_level_type) {
        if (KeyRule* content = rule_at(schema, payload.keys, {"PayloadContent"}))
            content->required = false;
        KeyRule* consent = rule_at(schema, payload.keys, {"ConsentText"});
        if (const KeyRule* texts = rule_at(schema, payload.keys, {"ConsentText", "ConsentTextItem"}))
            consent->inside = texts->inside;
    } else if (payload.type == "com.apple.security.scep") {
        for (const std::string_view name : {"rfc822Name", "dNSName", "uniformResourceIdentifier"})
            if (KeyRule* rule = rule_at(schema, payload.keys, {"PayloadContent", "SubjectAltName", name}))
                rule->array_too = true;
    } else if (payload.type == "com.apple.mobiledevice.passwordpolicy") {
        if (KeyRule* rule = rule_at(schema, payload.keys, {"maxInactivity"}))
            rule->max_on_macos = 60;
    }
}

}  // namespace

std::string Version::to_string() const {
    return parts[2] != 0 ? fmt::format("{}.{}.{}", parts[0], parts[1], parts[2])
                         : fmt::format("{}.{}", parts[0], parts[1]);
}

std::optional<Version> parse_version(std::string_view text) {
    Version version;
    const auto parts = split(text, '.');
    if (parts.empty() || parts.size() > version.parts.size())
        return std::nullopt;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const char* end = parts[i].data() + parts[i].size();
        if (const auto read = std::from_chars(parts[i].data(), end, version.parts[i]);
            read.ec != std::errc{} || read.ptr != end)
            return std::nullopt;
    }
    return version;
}

std::optional<double> parse_number(std::string_view text) {
    // Nearly all are whole.
    const char* end = text.data() + text.size();
    std::int64_t whole = 0;
    if (const auto read = std::from_chars(text.data(), end, whole); read.ec == std::errc{} && read.ptr == end)
        return static_cast<double>(whole);
    // Not strtod, which heeds the locale; from_chars for double is not in every standard library yet.
    std::istringstream in{std::string(text)};
    in.imbue(std::locale::classic());
    double value = 0;
    if (!(in >> value) || in.peek() != std::istringstream::traits_type::eof())
        return std::nullopt;
    return value;
}

const KeyRule* KeyList::find(std::string_view name) const {
    const auto found = std::lower_bound(by_name.begin(), by_name.end(), name,
                                        [this](std::uint32_t i, std::string_view n) { return rules[i].name < n; });
    return found != by_name.end() && rules[*found].name == name ? &rules[*found] : nullptr;
}

std::span<const PayloadType> Schema::of_type(std::string_view type) const {
    const auto [begin, end] = std::equal_range(payloads.begin(), payloads.end(), type, ByType{});
    return {begin, end};
}

void Schema::settle() {
    std::stable_sort(payloads.begin(), payloads.end(),
                     [](const PayloadType& a, const PayloadType& b) { return a.type < b.type; });
    for (const PayloadType& payload : payloads)
        mend(*this, payload);
    for (KeyList& list : lists) {
        for (KeyRule& rule : list.rules)
            read_numbers(rule);
        index(list);
    }
}

}  // namespace mdm::profile
