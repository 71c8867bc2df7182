// SPDX-License-Identifier: Apache-2.0
#include "profile/key_teller.hpp"

#include "profile/item_words.hpp"
#include "profile/secret_keys.hpp"
#include "profile/value_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace mdm::profile {
namespace {

using plist::Value;

bool no_key(std::string_view) { return false; }

const KeyRule* rule_of(const KeyList& known, std::string_view key) {
    const KeyRule* rule = known.find(key);
    return rule != nullptr ? rule : known.any;
}

bool is_empty(const Value& value) {
    const auto* array = value.get_if<plist::Array>();
    const auto* dict = value.get_if<plist::Dict>();
    return (array != nullptr && array->empty()) || (dict != nullptr && dict->empty());
}

}  // namespace

std::vector<Statement> KeyTeller::tell(const Value& dict, const Lists& lists,
                                       const std::function<bool(std::string_view)>& skips) {
    told_.clear();
    const Path root;
    if (dict.get_if<plist::Dict>() != nullptr)
        tell_keys(dict, lists, root, false, skips);
    return std::exchange(told_, {});
}

void KeyTeller::tell_keys(const Value& dict, const Lists& lists, const Path& path, bool is_hidden,
                          const std::function<bool(std::string_view)>& skips) {
    const SentenceList& said = context_.sentences().list(lists.said);
    const KeyList& known = schema_.lists[lists.known];
    // In the order of the table, which is that of a story; then what the table does not have.
    for (const KeySentences& of_key : said) {
        const Value* value = of_key.key == any_key ? nullptr : dict.find(of_key.key);
        const Path here{&path, of_key.key};
        const At at{&of_key, rule_of(known, of_key.key), here, is_hidden};
        if (value != nullptr && !skips(of_key.key))
            tell_value(*value, at);
        else if (value == nullptr && of_key.absent)
            add(of_key.absent->text, at, of_key.absent->effect);
    }
    for (const auto& [key, value] : *dict.get_if<plist::Dict>()) {
        const KeySentences* of_key = find(said, key);
        if (!skips(key) && (of_key == nullptr || of_key->key != key))
            tell_value(value, {of_key, rule_of(known, key), Path{&path, key}, is_hidden});
    }
}

void KeyTeller::tell_value(const Value& value, const At& at) {
    if (count_ == most_statements)
        ++left_out_;
    else if (hides_value(at.path.key, value, at.said != nullptr) || (at.is_hidden && can_be_secret(value)))
        tell_secret(value, at);
    else if (at.said == nullptr || !tell_by_table(value, at))
        tell_by_name(value, at);
}

void KeyTeller::tell_secret(const Value& secret, const At& at) {
    const std::string path = at.path.to_string();
    const auto* text = secret.get_if<std::string>();
    if (is_empty(secret) || (text != nullptr && text->empty()))
        add(fmt::format("Setting '{}' is empty.", path), at);
    else if (text != nullptr && is_placeholder(*text))
        add(fmt::format("Setting '{}' is filled in by the server that sends the profile.", path), at);
    else if (at.said != nullptr && at.said->for_any && at.said->for_any->text.find('{') == std::string::npos)
        add(at.said->for_any->text, at, at.said->for_any->effect);
    else
        add(fmt::format("Setting '{}' has a value that is not shown here.", path), at);
}

/// False where the table says nothing of such a value.
bool KeyTeller::tell_by_table(const Value& value, const At& at) {
    const KeySentences& said = *at.said;
    if (value.get_if<plist::Array>() != nullptr && !said.noun.empty())
        return tell_items(value, at);
    const Sentence* sentence = sentence_for(said, value);
    auto text = sentence != nullptr ? filled_in(sentence->text, at.path.key, value, context_) : std::nullopt;
    const bool is_said = text.has_value();
    if (is_said)
        add(std::move(*text), at, sentence->effect);
    if (value.get_if<plist::Dict>() == nullptr || context_.sentences().list(said.inside).empty())
        return is_said;
    tell_keys(value, {said.inside, at.rule != nullptr ? at.rule->inside : 0}, at.path, at.is_hidden, no_key);
    return true;
}

/// One sentence an item, and what is left of it by name. False where an item is no dictionary.
bool KeyTeller::tell_items(const Value& array, const At& at) {
    const auto& items = *array.get_if<plist::Array>();
    const auto is_dict = [](const Value& item) { return item.get_if<plist::Dict>() != nullptr; };
    if (!std::all_of(items.begin(), items.end(), is_dict))
        return false;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Path here{&at.path, {}, i};
        add(item_in_words(items[i], *at.said, at.path.key, i, context_), {at.said, at.rule, here, at.is_hidden});
        for (const auto& [key, value] : *items[i].get_if<plist::Dict>())
            if (is_left_of_item(key, value, *at.said, context_))
                tell_value(value, {nullptr, nullptr, Path{&here, key}, at.is_hidden});
    }
    return true;
}

/// A key that nobody has written a sentence for, and what is in it, one by one.
void KeyTeller::tell_by_name(const Value& value, const At& at) {
    if (is_empty(value))
        return add(fmt::format("Setting '{}' is empty.", at.path.to_string()), at);
    if (const auto words = in_words(value))
        return add(fmt::format("Setting '{}' is {}.", at.path.to_string(), *words), at);
    if (const auto* array = value.get_if<plist::Array>()) {
        for (std::size_t i = 0; i < array->size(); ++i)
            tell_value((*array)[i], {nullptr, nullptr, Path{&at.path, {}, i}, at.is_hidden});
        return;
    }
    const bool is_hidden = at.is_hidden || is_secret_key(at.path.key) || sounds_secret(at.path.key);
    tell_keys(value, {0, at.rule != nullptr ? at.rule->inside : 0}, at.path, is_hidden, no_key);
}

void KeyTeller::add(std::string text, const At& at, Effect effect) {
    if (count_ == most_statements) {
        ++left_out_;
        return;
    }
    ++count_;
    Statement statement{std::move(text), at.path.to_string(), effect};
    if (at.rule != nullptr)
        statement.conditions = conditions_of(schema_.availabilities[at.rule->availability]);
    told_.push_back(std::move(statement));
}

}  // namespace mdm::profile
