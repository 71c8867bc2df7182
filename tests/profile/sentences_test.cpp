// SPDX-License-Identifier: Apache-2.0
#include "profile/sentences.hpp"

#include "catch.hpp"
#include "profile/secret_keys.hpp"
#include "profile_text.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::tests;

namespace {

const Sentences& all() {
    static const Sentences sentences;
    return sentences;
}

/// What the schema and the sentences do not have in common.
struct Comparison {
    std::set<std::string> untold{};  ///< keys without a sentence
    /// Of each list of sentences its keys that the schema does not know. One list may be that of several dictionaries.
    std::map<std::uint32_t, std::set<std::string>> unknown{};

    void compare(const std::string& path, std::uint32_t known, std::uint32_t said) {
        const KeyList& rules = built_in().lists[known];
        for (const KeyRule& rule : rules.rules) {
            if (rule.name == "[]" || rule.name == any_key)
                continue;
            const KeySentences* of_key = find(all().list(said), rule.name);
            if (of_key == nullptr)
                untold.insert(path + "." + rule.name);
            else if (rule.type == Type::dictionary && rule.inside != 0)
                compare(path + "." + rule.name, rule.inside, of_key->inside);
        }
        std::set<std::string> not_here;
        for (const KeySentences& of_key : all().list(said))
            if (!rules.rules.empty() && rules.find(of_key.key) == nullptr && rules.any == nullptr)
                not_here.insert(of_key.key);
        const auto [list, is_new] = unknown.emplace(said, not_here);
        if (!is_new)
            std::erase_if(list->second, [&](const std::string& key) { return !not_here.contains(key); });
    }
};

/// "2.0" is the number 2.
std::string as_told(const std::string& value) {
    const auto number = parse_number(value);
    return number ? fmt::format("{}", *number) : value;
}

/// Calls `look` with every key of a list and of what is in it, and whether that makes phrases for an item's sentence.
template <class Look>
void each_key(std::uint32_t list, const Look& look, bool is_phrase = false) {
    for (const KeySentences& of_key : all().list(list)) {
        look(of_key, is_phrase);
        each_key(of_key.inside, look, is_phrase || !of_key.noun.empty());
    }
}

std::vector<std::string> texts_of(const KeySentences& of_key) {
    std::vector<std::string> texts;
    for (const auto* sentence : {&of_key.yes, &of_key.no, &of_key.for_any, &of_key.absent})
        if (*sentence)
            texts.push_back((*sentence)->text);
    for (const auto& [value, sentence] : of_key.for_value)
        texts.push_back(sentence.text);
    return texts;
}

}  // namespace

TEST_CASE("every payload type that is built in has a name and a purpose") {
    for (const PayloadType& type : built_in().payloads) {
        CAPTURE(type.type);
        if (type.type == common_keys_type)
            continue;
        const TypeSentences* said = all().of_type(type.type);
        REQUIRE(said != nullptr);
        CHECK(!said->kind.empty());
        CHECK(said->purpose.ends_with('.'));
        CHECK((said->removed.empty() || said->removed.ends_with('.')));
    }
}

TEST_CASE("every key that is built in has a sentence, and every sentence is of a key that is") {
    Comparison comparison;
    for (const PayloadType& type : built_in().payloads)
        if (const TypeSentences* said = all().of_type(type.type); type.complete && said != nullptr)
            comparison.compare(type.type, type.keys, said->keys);
    // What explanation.cpp tells of a profile in a place of its own.
    std::erase_if(comparison.untold, [](const std::string& key) { return key.starts_with("TopLevel."); });
    CHECK(comparison.untold == std::set<std::string>{});
    for (const auto& [list, keys] : comparison.unknown)
        CHECK(keys == std::set<std::string>{});
}

TEST_CASE("every value that a key may have is said in words, or as it is") {
    for (const PayloadType& type : built_in().payloads) {
        const TypeSentences* said = all().of_type(type.type);
        if (said == nullptr)
            continue;
        for (const KeyRule& rule : built_in().lists[type.keys].rules) {
            const KeySentences* of_key = find(all().list(said->keys), rule.name);
            if (of_key == nullptr || of_key->yes || !of_key->for_any)
                continue;
            const std::string& text = of_key->for_any->text;
            for (const std::string& value : rule.allowed) {
                CAPTURE(type.type, rule.name, value, text);
                const bool is_special = std::any_of(of_key->for_value.begin(), of_key->for_value.end(),
                                                    [&value](const auto& one) { return one.first == value; });
                CHECK((is_special || text.find("{}") != text.npos || text.find("{days}") != text.npos ||
                       text.find("{n ") != text.npos || text.find(as_told(value) + "=") != text.npos));
            }
        }
    }
}

TEST_CASE("a sentence on a secret has no place for it") {
    for (const TypeSentences& type : all().types())
        each_key(type.keys, [&](const KeySentences& of_key, bool) {
            if (!is_secret_key(of_key.key))
                return;
            for (const std::string& text : texts_of(of_key)) {
                CAPTURE(type.type, of_key.key, text);
                CHECK(text.find('{') == text.npos);
            }
        });
}

TEST_CASE("sentences end in a full stop and phrases do not, and braces are closed") {
    for (const TypeSentences& type : all().types())
        each_key(type.keys, [&](const KeySentences& of_key, bool is_phrase) {
            for (const std::string& text : texts_of(of_key)) {
                CAPTURE(type.type, of_key.key, text);
                CHECK(std::count(text.begin(), text.end(), '{') == std::count(text.begin(), text.end(), '}'));
                CHECK(text.ends_with('.') != is_phrase);
                CHECK(text.find('~') == text.npos);
                CHECK(text.find("  ") == text.npos);
            }
        });
}
