// SPDX-License-Identifier: Apache-2.0
#include "profile/explanation.hpp"

#include "base/text.hpp"
#include "profile/secret_keys.hpp"
#include "profile/value_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace mdm::profile {
namespace {

using plist::Value;

/// Those of a profile that are told elsewhere.
constexpr std::array<std::string_view, 8> told_elsewhere{
    "PayloadContent", "IsEncrypted",          "EncryptedPayloadContent", "PayloadRemovalDisallowed",
    "RemovalDate",    "DurationUntilRemoval", "HasRemovalPasscode",      "PayloadExpirationDate"};

bool is_told_elsewhere(std::string_view key) {
    return std::find(told_elsewhere.begin(), told_elsewhere.end(), key) != told_elsewhere.end();
}

/// What can be a secret: text, and a number where the key says that it is one.
bool can_be_secret(const Value& value) {
    return value.get_if<std::string>() != nullptr || value.get_if<std::int64_t>() != nullptr ||
           value.get_if<std::uint64_t>() != nullptr || value.get_if<double>() != nullptr;
}

bool is_secret(std::string_view key, const Value& value, bool is_described) {
    return (can_be_secret(value) && is_secret_key(key)) ||
           (value.get_if<std::string>() != nullptr && !is_described && sounds_secret(key));
}

/// A boolean, or the 1 or 0 that VPNs have for one.
std::optional<bool> flag_of(const Value& value) {
    if (const bool* flag = value.get_if<bool>())
        return *flag;
    if (const auto* number = value.get_if<std::int64_t>(); number != nullptr && (*number == 0 || *number == 1))
        return *number == 1;
    return std::nullopt;
}

bool is_value(const Value& value, std::string_view written) {
    if (const auto* text = value.get_if<std::string>())
        return *text == written;
    const auto* number = value.get_if<std::int64_t>();
    return number != nullptr && fmt::format("{}", *number) == written;
}

/// Tells the keys of one dictionary after the other.
class Teller {
public:
    Teller(const Sentences& sentences, const Schema& schema, const std::vector<PayloadOutline>& payloads)
        : sentences_(sentences), schema_(schema), payloads_(payloads) {}

    /// What a dictionary is read by: what is said of its keys, and what is known of them.
    struct Lists {
        std::uint32_t said = 0;
        std::uint32_t known = 0;
    };

    /// top   keys of a payload that are common to all, or of the profile that are told elsewhere, are passed over
    template <class Skip>
    void tell_top(const Value& dict, const Lists& lists, std::vector<Statement>& into, const Skip& skip) {
        into_ = &into;
        const Path root;
        if (dict.get_if<plist::Dict>() != nullptr)
            tell_keys(dict, lists, root, false, skip);
    }

    std::size_t left_out() const noexcept { return left_out_; }

private:
    /// One key's place in all this.
    struct At {
        const KeySentences* said;
        const KeyRule* rule;
        const Path& path;
        bool is_hidden;
    };

    template <class Skip>
    void tell_keys(const Value& dict, const Lists& lists, const Path& path, bool is_hidden, const Skip& skip) {
        const SentenceList& said = sentences_.list(lists.said);
        const KeyList& known = schema_.lists[lists.known];
        // In the order of the table, which is that of a story; then what the table does not have.
        for (const KeySentences& of_key : said) {
            const Value* value = of_key.key == any_key ? nullptr : dict.find(of_key.key);
            const Path here{&path, of_key.key};
            if (value != nullptr && !skip(of_key.key))
                tell(*value, {&of_key, rule_of(known, of_key.key), here, is_hidden});
            else if (value == nullptr && of_key.absent)
                add(of_key.absent->text, {&of_key, rule_of(known, of_key.key), here, false}, of_key.absent->effect);
        }
        for (const auto& [key, value] : *dict.get_if<plist::Dict>()) {
            const KeySentences* of_key = find(said, key);
            if (skip(key) || (of_key != nullptr && of_key->key == key))
                continue;
            tell(value, {of_key, rule_of(known, key), Path{&path, key}, is_hidden});
        }
    }

    static const KeyRule* rule_of(const KeyList& known, std::string_view key) {
        const KeyRule* rule = known.find(key);
        return rule != nullptr ? rule : known.any;
    }

    void add(std::string text, const At& at, Effect effect) {
        if (told_ == most_statements) {
            ++left_out_;
            return;
        }
        ++told_;
        Statement statement{std::move(text), at.path.to_string(), effect};
        if (at.rule != nullptr)
            statement.conditions = conditions_of(schema_.availabilities[at.rule->availability]);
        into_->push_back(std::move(statement));
    }

    void tell(const Value& value, const At& at) {
        if (is_secret(at.path.key, value, at.said != nullptr) || (at.is_hidden && can_be_secret(value)))
            return tell_secret(value, at);
        if (at.said != nullptr && tell_by_table(value, at))
            return;
        tell_by_name(value, at);
    }

    void tell_secret(const Value& secret, const At& at) {
        const std::string path = at.path.to_string();
        const auto* text = secret.get_if<std::string>();
        if (text != nullptr && text->empty())
            return add(fmt::format("Setting '{}' is empty.", path), at, Effect::sets);
        if (text != nullptr && is_placeholder(*text))
            return add(fmt::format("Setting '{}' is filled in by the server that sends the profile.", path), at,
                       Effect::sets);
        if (at.said != nullptr && at.said->for_any)
            return add(at.said->for_any->text, at, at.said->for_any->effect);
        add(fmt::format("Setting '{}' has a value that is not shown here.", path), at, Effect::sets);
    }

    /// False where the table says nothing of such a value.
    bool tell_by_table(const Value& value, const At& at) {
        const KeySentences& said = *at.said;
        if (const auto flag = flag_of(value); flag && said.yes) {
            const Sentence& sentence = *flag ? *said.yes : *said.no;
            add(sentence.text, at, sentence.effect);
            return true;
        }
        if (const auto* array = value.get_if<plist::Array>(); array != nullptr && !said.noun.empty())
            return tell_items(*array, at);
        const Sentence* sentence = sentence_for(value, said);
        std::optional<std::string> text;
        if (sentence != nullptr)
            text = filled_in(sentence->text, at.path.key, value, payloads_, sentences_);
        if (text)
            add(std::move(*text), at, sentence->effect);
        if (value.get_if<plist::Dict>() == nullptr || sentences_.list(said.inside).empty())
            return text.has_value();
        tell_keys(value, {said.inside, at.rule != nullptr ? at.rule->inside : 0}, at.path, at.is_hidden, no_key);
        return true;
    }

    static const Sentence* sentence_for(const Value& value, const KeySentences& said) {
        const auto found = std::find_if(said.for_value.begin(), said.for_value.end(),
                                        [&value](const auto& one) { return is_value(value, one.first); });
        if (found != said.for_value.end())
            return &found->second;
        return said.for_any ? &*said.for_any : nullptr;
    }

    static bool no_key(std::string_view) { return false; }

    /// One sentence an item. False where an item is no dictionary.
    bool tell_items(const plist::Array& items, const At& at) {
        if (!std::all_of(items.begin(), items.end(),
                         [](const Value& item) { return item.get_if<plist::Dict>() != nullptr; }))
            return false;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const Path here{&at.path, {}, i};
            const std::string text = item_in_words(items[i], *at.said, at.path.key, i);
            add(text + (text.ends_with('.') ? "" : "."), {at.said, at.rule, here, at.is_hidden}, Effect::sets);
            tell_rest_of_item(items[i], *at.said, here, at.is_hidden);
        }
        return true;
    }

    /// What has no place in a sentence: keys that nobody has described, and that hold several values.
    void tell_rest_of_item(const Value& item, const KeySentences& of_item, const Path& path, bool is_hidden) {
        for (const auto& [key, value] : *item.get_if<plist::Dict>())
            if (find(sentences_.list(of_item.inside), key) == nullptr && !in_words(value))
                tell_by_name(value, {nullptr, nullptr, Path{&path, key}, is_hidden});
    }

    /// "App 'com.example': it may notify, with badges"
    std::string item_in_words(const Value& item, const KeySentences& said, std::string_view key, std::size_t index) {
        const std::string_view name = said.named_by.empty() ? std::string_view{} : text_of(item, said.named_by);
        const Value named{std::string(key), {}};
        const std::string noun = filled_in(said.noun, key, named, payloads_, sentences_).value_or(said.noun);
        std::string text =
            name.empty() ? fmt::format("{} {}", noun, index + 1) : fmt::format("{} '{}'", noun, shown_text(name));
        const auto phrases = phrases_of(item, said);
        for (std::size_t i = 0; i < phrases.size(); ++i)
            text += (i == 0 ? ": " : ", ") + phrases[i];
        return text;
    }

    std::vector<std::string> phrases_of(const Value& item, const KeySentences& of_item) {
        const SentenceList& list = sentences_.list(of_item.inside);
        std::vector<std::string> phrases;
        for (const KeySentences& said : list)
            if (const Value* value = item.find(said.key))
                add_phrase(*value, said.key, &said, phrases);
        for (const auto& [key, value] : *item.get_if<plist::Dict>())
            if (key != of_item.named_by && find(list, key) == nullptr && in_words(value))
                add_phrase(value, key, nullptr, phrases);
        return phrases;
    }

    void add_phrase(const Value& value, const std::string& key, const KeySentences* said,
                    std::vector<std::string>& phrases) {
        if (is_secret(key, value, said != nullptr)) {
            phrases.push_back(said != nullptr && said->for_any ? said->for_any->text
                                                               : fmt::format("{} is not shown here", shown_text(key)));
            return;
        }
        if (said != nullptr && add_phrase_by_table(value, key, *said, phrases))
            return;
        const auto words = in_words(value);
        phrases.push_back(words ? fmt::format("{} is {}", shown_text(key), *words)
                                : fmt::format("{} is of a form that is not known", shown_text(key)));
    }

    bool add_phrase_by_table(const Value& value, const std::string& key, const KeySentences& said,
                             std::vector<std::string>& phrases) {
        const auto* items = value.get_if<plist::Array>();
        if (items != nullptr && !said.noun.empty()) {
            for (const Value& item : *items)
                if (item.get_if<plist::Dict>() != nullptr)
                    phrases.push_back(joined(phrases_of(item, said), " "));
            return true;
        }
        const auto flag = flag_of(value);
        const Sentence* sentence = flag && said.yes ? (*flag ? &*said.yes : &*said.no) : sentence_for(value, said);
        const auto text =
            sentence != nullptr ? filled_in(sentence->text, key, value, payloads_, sentences_) : std::nullopt;
        if (text)
            phrases.push_back(*text);
        return text.has_value();
    }

    /// A key that nobody has written a sentence for, and what is in it, one by one.
    void tell_by_name(const Value& value, const At& at) {
        const bool is_hidden = at.is_hidden || is_secret_key(at.path.key) || sounds_secret(at.path.key);
        const auto* array = value.get_if<plist::Array>();
        const auto* dict = value.get_if<plist::Dict>();
        if ((array != nullptr && array->empty()) || (dict != nullptr && dict->empty()))
            return add(fmt::format("Setting '{}' is empty.", at.path.to_string()), at, Effect::sets);
        const auto words = is_hidden && array != nullptr ? std::nullopt : in_words(value);
        if (words)
            return add(fmt::format("Setting '{}' is {}.", at.path.to_string(), *words), at, Effect::sets);
        if (array != nullptr) {
            for (std::size_t i = 0; i < array->size(); ++i)
                tell((*array)[i], {nullptr, nullptr, Path{&at.path, {}, i}, is_hidden});
            return;
        }
        tell_keys(value, {0, at.rule != nullptr ? at.rule->inside : 0}, at.path, is_hidden, no_key);
    }

    const Sentences& sentences_;
    const Schema& schema_;
    const std::vector<PayloadOutline>& payloads_;
    std::vector<Statement>* into_ = nullptr;
    std::size_t told_ = 0;
    std::size_t left_out_ = 0;
};

/// The keys of a type that a schema has in one piece.
const PayloadType* known_type(const Schema& schema, std::string_view type) {
    const auto types = schema.of_type(type);
    return types.empty() ? nullptr : &types.front();
}

PayloadExplanation explain_payload(const PayloadOutline& outline, const Sentences& sentences, const Schema& schema,
                                   Teller& teller) {
    const Value& payload = *outline.value;
    PayloadExplanation told{.type = outline.type,
                            .kind = "",
                            .identifier = outline.identifier.text,
                            .uuid = outline.uuid.text,
                            .name = std::string(text_of(payload, "PayloadDisplayName")),
                            .organization = std::string(text_of(payload, "PayloadOrganization")),
                            .description = std::string(text_of(payload, "PayloadDescription")),
                            .purpose = "",
                            .removed = ""};
    Teller::Lists lists;
    if (const TypeSentences* said = sentences.of_type(outline.type)) {
        told.kind = said->kind;
        told.purpose = said->purpose;
        told.removed = said->removed;
        lists.said = said->keys;
    }
    if (const PayloadType* known = known_type(schema, outline.type)) {
        told.conditions = conditions_of(schema.availabilities[known->availability]);
        lists.known = known->keys;
    }
    const auto is_common = [&payload](std::string_view key) {
        return is_common_key(key) || (key == "PayloadEnabled" && payload.find(key)->get_if<bool>() != nullptr &&
                                      *payload.find(key)->get_if<bool>());
    };
    teller.tell_top(payload, lists, told.statements, is_common);
    return told;
}

}  // namespace

bool needs_supervision_itself(const Statement& statement, const PayloadExplanation& payload) {
    return statement.conditions.needs_supervision() &&
           statement.conditions.supervised.size() > payload.conditions.supervised.size();
}

std::size_t PayloadExplanation::supervised_statements() const {
    return static_cast<std::size_t>(std::count_if(statements.begin(), statements.end(), [this](const Statement& s) {
        return needs_supervision_itself(s, *this);
    }));
}

Explanation explain(const Value& profile, const Schema& schema) {
    static const Sentences sentences;
    const Outline outline = outline_of(profile);
    Explanation told{.identifier = outline.identifier.text,
                     .uuid = outline.uuid.text,
                     .name = std::string(text_of(profile, "PayloadDisplayName")),
                     .organization = std::string(text_of(profile, "PayloadOrganization")),
                     .description = std::string(text_of(profile, "PayloadDescription")),
                     .scope = std::string(text_of(profile, "PayloadScope")),
                     .is_encrypted = profile.find("EncryptedPayloadContent") != nullptr,
                     .removal = removal_of(profile, outline)};
    Teller teller(sentences, schema, outline.payloads);
    const PayloadType* top = known_type(schema, top_level_type);
    teller.tell_top(profile, {sentences.of_type(top_level_type)->keys, top != nullptr ? top->keys : 0}, told.statements,
                    [](std::string_view key) { return is_common_key(key) || is_told_elsewhere(key); });
    for (const PayloadOutline& payload : outline.payloads)
        told.payloads.push_back(explain_payload(payload, sentences, schema, teller));
    told.left_out = teller.left_out();
    return told;
}

}  // namespace mdm::profile
