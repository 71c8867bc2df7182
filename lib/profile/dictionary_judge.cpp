// SPDX-License-Identifier: Apache-2.0
#include "profile/dictionary_judge.hpp"

#include "base/text.hpp"
#include "profile/finding_words.hpp"
#include "profile/objection_words.hpp"
#include "profile/secret_keys.hpp"
#include "profile/spelling.hpp"
#include "profile/value_rules.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace mdm::profile {
namespace {

using plist::Value;

/// The key that a value is at, or that the array is at that it is in.
std::string_view key_of(const Path& path) {
    const Path* at = &path;
    while (at->key.empty() && at->up != nullptr)
        at = at->up;
    return at->key;
}

/// What findings say of a value that is no dictionary and no array. A secret is not repeated.
std::string shown(const Value& value, const Path& path) {
    if (is_secret_key(key_of(path)))
        return "a secret";
    if (const auto* text = value.get_if<std::string>())
        return fmt::format("'{}'", shortened(*text));
    const auto number = number_of(value);
    return number ? fmt::format("{}", *number) : "";
}

/// Without a system, what some system takes is not outside.
Bounds range_for(const KeyRule& rule, const Target& target) {
    Bounds range = rule.range;
    if (rule.max_on_macos && range.max && target.os.value_or(Os::macos) == Os::macos)
        range.max = std::max(*range.max, *rule.max_on_macos);
    return range;
}

}  // namespace

void DictionaryJudge::add(ErrorCode code, std::string message, std::string hint, const Path& path, plist::Place place,
                          Severity severity) {
    findings_.push_back({severity, code, std::move(message), std::move(hint), where(path, place)});
}

void DictionaryJudge::judge_keys(const Value& dict, std::uint32_t index, const Path& path, Objections above) {
    const KeyList& keys = list(index);
    for (const auto& [key, value] : *dict.get_if<plist::Dict>()) {
        const Path inside{&path, key};
        const KeyRule* rule = keys.find(key);
        if (rule == nullptr)
            rule = keys.any;
        if (rule != nullptr)
            judge_value(*rule, value, inside, above);
        else
            unknown_key(key, {index}, inside, value.place);
    }
    judge_missing(dict, index, path);
}

void DictionaryJudge::judge_missing(const Value& dict, std::uint32_t index, const Path& path) {
    for (const KeyRule& rule : list(index).rules)
        if (rule.required && rule.name != any_key && dict.find(rule.name) == nullptr)
            add(ErrorCode::missing_key, fmt::format("key '{}' is missing", rule.name),
                fmt::format("{} needs it{}", type_,
                            rule.type == Type::any ? "" : fmt::format(": {}", with_article(name(rule.type)))),
                path, dict.place);
}

void DictionaryJudge::unknown_key(std::string_view key, const std::vector<std::uint32_t>& lists, const Path& path,
                                  plist::Place place) {
    std::vector<std::string_view> known;
    for (const std::uint32_t index : lists)
        for (const KeyRule& rule : list(index).rules)
            known.push_back(rule.name);
    const auto meant = meant_name(key, known);
    add(ErrorCode::unknown_payload_key, fmt::format("key '{}' is not known in {}", shortened(key), type_),
        meant ? fmt::format("'{}' is meant?", *meant) : "", path, place, Severity::warning);
}

void DictionaryJudge::judge_availability(std::uint32_t availability, std::string_view what, const Path& path,
                                         plist::Place place, Objections above) {
    const Objections found = objections_to(availability) & ~above;
    if (found == 0)
        return;
    for (SaidObjection& one : in_words(found, what, schema_.schema().availabilities[availability], target_))
        add(one.code, std::move(one.message), std::move(one.hint), path, place, Severity::warning);
}

void DictionaryJudge::judge_value(const KeyRule& rule, const Value& value, const Path& path, Objections above) {
    if (!path.key.empty())
        judge_availability(rule.availability, path.key, path, value.place, above);
    const Objections said_already = above | objections_to(rule.availability);
    if (rule.array_too && value.get_if<plist::Array>() != nullptr) {
        KeyRule item = rule;
        item.array_too = false;
        const auto& items = *value.get_if<plist::Array>();
        for (std::size_t i = 0; i < items.size(); ++i)
            judge_value(item, items[i], Path{&path, {}, i}, said_already);
        return;
    }
    if (!is_of(value, rule.type)) {
        add(ErrorCode::wrong_type,
            fmt::format("'{}' is {}, not {}", path.to_string(), with_article(value.type_name()),
                        with_article(name(rule.type))),
            "", path, value.place);
        return;
    }
    switch (rule.type) {
        case Type::dictionary:
            if (!list(rule.inside).rules.empty())
                judge_keys(value, rule.inside, path, said_already);
            return;
        case Type::array:
            return judge_array(rule, value, path, said_already);
        default:
            return judge_scalar(rule, value, path);
    }
}

void DictionaryJudge::judge_array(const KeyRule& rule, const Value& value, const Path& path, Objections above) {
    const auto& items = *value.get_if<plist::Array>();
    judge_count(rule.repetition, items, path, value.place);
    const auto& rules = list(rule.inside).rules;
    if (rules.empty())
        return;
    judge_count(rules.front().repetition, items, path, value.place);
    for (std::size_t i = 0; i < items.size(); ++i)
        judge_value(rules.front(), items[i], Path{&path, {}, i}, above);
}

void DictionaryJudge::judge_count(const Bounds& bounds, const plist::Array& items, const Path& path,
                                  plist::Place place) {
    if (is_outside(bounds, static_cast<double>(items.size())))
        add(ErrorCode::wrong_count,
            fmt::format("'{}' has {}, not {}", path.to_string(), counted(static_cast<long long>(items.size()), "item"),
                        in_words(bounds)),
            "", path, place);
}

void DictionaryJudge::judge_scalar(const KeyRule& rule, const Value& value, const Path& path) {
    const auto* text = value.get_if<std::string>();
    const auto number = number_of(value);
    const bool is_listed = is_among(rule, text, number);
    const auto object = [&](ErrorCode code, std::string_view more, std::string hint) {
        add(code, fmt::format("'{}' is {}{}", path.to_string(), shown(value, path), more), std::move(hint), path,
            value.place);
    };
    const Bounds range = range_for(rule, target_);
    // With both, the list adds to the range: 1 to 180 minutes, or 0 for never.
    if (number && !std::isfinite(*number)) {
        object(ErrorCode::out_of_range, "", "allowed: finite numbers");
    } else if (number && range.given()) {
        if (is_outside(range, *number) && (rule.allowed.empty() || !is_listed))
            object(ErrorCode::out_of_range, "",
                   fmt::format("allowed: {}{}{}", in_words(range), rule.allowed.empty() ? "" : ", or ",
                               joined(rule.allowed, ", ")));
    } else if (!is_listed) {
        object(ErrorCode::value_not_allowed, "", fmt::format("allowed: {}", joined(rule.allowed, ", ")));
    }
    if (text != nullptr && !rule.format.empty() && !schema_.has_form(rule, *text))
        object(ErrorCode::wrong_format, fmt::format(", which is not of the form {}", rule.format), "");
}

}  // namespace mdm::profile
