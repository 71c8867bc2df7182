// SPDX-License-Identifier: Apache-2.0
#include "profile/item_words.hpp"

#include "base/text.hpp"
#include "profile/value_words.hpp"

#include <fmt/format.h>
#include <optional>
#include <vector>

namespace mdm::profile {
namespace {

using plist::Value;
using Phrases = std::vector<std::string>;

Phrases phrases_of(const Value& item, const KeySentences& said, const Context& context, bool is_nested);

std::string by_name(const Value& value, std::string_view key) {
    if (hides_value(key, value, false))
        return fmt::format("{} is not shown here", shown_text(key));
    const auto words = in_words(value);
    return words ? fmt::format("{} is {}", shown_text(key), *words) : fmt::format("{} holds more", shown_text(key));
}

/// What the table says of a value; nullopt where it says nothing of such a one.
std::optional<std::string> by_table(const Value& value, std::string_view key, const KeySentences& said,
                                    const Context& context) {
    const Sentence* sentence = sentence_for(said, value);
    return sentence != nullptr ? filled_in(sentence->text, key, value, context) : std::nullopt;
}

void add_phrases(const Value& value, std::string_view key, const KeySentences& said, const Context& context,
                 Phrases& phrases) {
    const auto* items = value.get_if<plist::Array>();
    if (items == nullptr || said.noun.empty()) {
        phrases.push_back(by_table(value, key, said, context).value_or(by_name(value, key)));
        return;
    }
    for (const Value& item : *items)
        if (item.get_if<plist::Dict>() != nullptr)
            phrases.push_back(joined(phrases_of(item, said, context, true), " "));
}

/// is_nested   the item is in another one: nobody tells what is left of it
Phrases phrases_of(const Value& item, const KeySentences& said, const Context& context, bool is_nested) {
    const SentenceList& list = context.sentences().list(said.inside);
    Phrases phrases;
    for (const KeySentences& of_key : list)
        if (const Value* value = item.find(of_key.key))
            add_phrases(*value, of_key.key, of_key, context, phrases);
    for (const auto& [key, value] : *item.get_if<plist::Dict>())
        if (key != said.named_by && find(list, key) == nullptr &&
            (is_nested || !is_left_of_item(key, value, said, context)))
            phrases.push_back(by_name(value, key));
    return phrases;
}

}  // namespace

std::string item_in_words(const Value& item, const KeySentences& said, std::string_view key, std::size_t index,
                          const Context& context) {
    const std::string_view name = said.named_by.empty() ? std::string_view{} : text_of(item, said.named_by);
    const Value named{std::string(key), {}};
    const std::string noun = filled_in(said.noun, key, named, context).value_or(said.noun);
    const Phrases phrases = phrases_of(item, said, context, false);
    return fmt::format("{} {}{}{}.", noun,
                       name.empty() ? fmt::format("{}", index + 1) : fmt::format("'{}'", shown_text(name)),
                       phrases.empty() ? "" : ": ", joined(phrases, ", "));
}

bool is_left_of_item(std::string_view key, const Value& value, const KeySentences& said, const Context& context) {
    return key != said.named_by && find(context.sentences().list(said.inside), key) == nullptr && !in_words(value);
}

}  // namespace mdm::profile
