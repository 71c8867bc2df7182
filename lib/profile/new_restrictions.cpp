// SPDX-License-Identifier: Apache-2.0
// The type restrictions: every key of Apple's that is built in, by its name or by the word in it.
#include "base/text.hpp"
#include "profile/built_in_types.hpp"
#include "profile/profile_draft.hpp"
#include "profile/spelling.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace mdm::profile {
namespace {

using Kind = NewOption::Kind;

constexpr std::string_view restrictions_type = "com.apple.applicationaccess";

constexpr NewOption restrictions_options[]{
    {.name = "--forbid",
     .value = "WORD,...",
     .kind = Kind::texts,
     .help = "what users may not do: camera, screenshot, airdrop, app-installation; any key allow... of Apple's, or "
             "what stands behind allow"},
    {.name = "--force",
     .value = "WORD,...",
     .kind = Kind::texts,
     .help = "what has to be: encrypted-backup, limit-ad-tracking; any key force... or require..."},
    {.name = "--restriction",
     .value = "KEY=VALUE",
     .kind = Kind::texts,
     .help = "any key with its value, a list parted by commas: ratingApps=600"},
};

/// "safariAllowJavaScript" and "safari-javascript" are both safarijavascript.
std::string bare(std::string_view word) {
    std::string out;
    for (const char c : lower_case(word))
        if (c != '-')
            out += c;
    return out;
}

/// What is left of a key when the verb is taken out; empty where it has none of them.
std::string without_verb(std::string_view key, const std::vector<std::string_view>& verbs) {
    const std::string lower = lower_case(key);
    for (const std::string_view verb : verbs) {
        const auto at = lower.find(verb);
        const bool is_verb = at == 0 || (at == 6 && lower.starts_with("safari"));
        if (at != std::string::npos && is_verb)
            return bare(lower.substr(0, at) + lower.substr(at + verb.size()));
    }
    return {};
}

class Restrictions {
public:
    Restrictions() : keys_(schema_.lists[schema_.of_type(restrictions_type).front().keys]) {}

    /// The key of a word, of those that begin with one of the verbs. throws  bad_usage
    const KeyRule& named(std::string_view word, const std::vector<std::string_view>& verbs,
                         std::string_view option) const {
        std::vector<std::string> words;
        for (const KeyRule& rule : keys_.rules) {
            const std::string other = without_verb(rule.name, verbs);
            if (rule.type != Type::boolean || other.empty())
                continue;
            if (other == bare(word) || bare(rule.name) == bare(word))
                return rule;
            words.push_back(other);
        }
        throw_unknown(word, {words.begin(), words.end()}, option);
    }

    const KeyRule& named(std::string_view key) const {
        if (const KeyRule* rule = keys_.find(key))
            return *rule;
        std::vector<std::string_view> names;
        for (const KeyRule& rule : keys_.rules)
            names.push_back(rule.name);
        throw_unknown(key, names, "--restriction");
    }

private:
    [[noreturn]] static void throw_unknown(std::string_view word, const std::vector<std::string_view>& known,
                                           std::string_view option) {
        const auto meant = meant_name(word, known);
        throw Error{
            ErrorCode::bad_usage, fmt::format("'{}' is no restriction that {} knows", word, option),
            meant ? fmt::format("did you mean '{}'?", *meant) : "Apple lists them: Device Management, Restrictions"};
    }

    Schema schema_ = built_in_schema();
    const KeyList& keys_;
};

template <class Number>
Number number_in(std::string_view text, std::string_view key) {
    Number value{};
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size())
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no number, which {} takes", text, key)};
    return value;
}

plist::Value value_of(std::string_view text, const KeyRule& rule) {
    switch (rule.type) {
        case Type::boolean:
            if (text != "true" && text != "false")
                throw Error{ErrorCode::bad_usage, fmt::format("{} is true or false, and not '{}'", rule.name, text)};
            return {text == "true"};
        case Type::integer:
            return {number_in<std::int64_t>(text, rule.name)};
        case Type::real:
            return {number_in<double>(text, rule.name)};
        case Type::array: {
            plist::Array list;
            for (const std::string_view item : split(text, ','))
                list.push_back({std::string(trimmed(item))});
            return {std::move(list)};
        }
        default:
            return {std::string(text)};
    }
}

/// The payload, with each key put in once.
class RestrictionsDraft {
public:
    RestrictionsDraft(const NewType& type, const GivenOptions& given) : payload_(type, given), given_(given) {}

    void put_words(const Restrictions& known, std::string_view option, const std::vector<std::string_view>& verbs,
                   bool value) {
        for (const std::string& words : given_.texts(option))
            for (const std::string_view word : split(words, ','))
                put(known.named(trimmed(word), verbs, option).name, {value}, option);
    }

    void put(std::string_view key, plist::Value value, std::string_view option) {
        const auto [there, is_new] = put_by_.try_emplace(std::string(key), option);
        if (!is_new)
            throw Error{ErrorCode::bad_usage,
                        there->second == option
                            ? fmt::format("{} says what {} is to be twice", option, key)
                            : fmt::format("{} and {} both say what {} is to be", there->second, option, key)};
        payload_.put(key, std::move(value));
    }

    PayloadDraft finished() { return std::move(payload_); }

private:
    PayloadDraft payload_;
    const GivenOptions& given_;
    std::map<std::string, std::string_view, std::less<>> put_by_;
};

void make_restrictions(ProfileDraft& draft, const NewType& type) {
    const GivenOptions& given = draft.given();
    if (std::none_of(type.options.begin(), type.options.end(),
                     [&given](const NewOption& o) { return given.has(o.name); }))
        throw Error{ErrorCode::bad_usage, "restrictions needs --forbid, --force or --restriction"};
    const Restrictions known;
    RestrictionsDraft payload(type, given);
    payload.put_words(known, "--forbid", {"allow"}, false);
    payload.put_words(known, "--force", {"force", "require"}, true);
    for (const std::string& pair : given.texts("--restriction")) {
        const auto equals = pair.find('=');
        const std::string_view key = std::string_view(pair).substr(0, equals);
        if (equals == std::string::npos)
            throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no KEY=VALUE, which --restriction takes", pair)};
        payload.put(key, value_of(std::string_view(pair).substr(equals + 1), known.named(key)), "--restriction");
    }
    draft.add(payload.finished());
}

}  // namespace

NewType new_restrictions() {
    return {.word = "restrictions",
            .type = restrictions_type,
            .title = "Restrictions",
            .options = restrictions_options,
            .make = make_restrictions};
}

}  // namespace mdm::profile
