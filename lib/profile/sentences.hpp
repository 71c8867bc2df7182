// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What payloads do, in words for people who do not know their keys. Read from the tables in sentence_table.hpp, where
/// the notation is; what stands for a value is filled in by filled_sentence.hpp.
namespace mdm::profile {

/// What a sentence says, beside a device without the payload.
enum class Effect : std::uint8_t {
    sets,       ///< something is so
    forbids,    ///< users may no longer do something
    unchanged,  ///< it would be so anyway
};
std::string_view name(Effect effect);  ///< "sets", "forbids", "unchanged": `effect` in the JSON

struct Sentence {
    std::string text;  ///< with what stands for the value
    Effect effect = Effect::sets;
};

/// What is said of one key.
struct KeySentences {
    std::string key;
    std::optional<Sentence> yes{};  ///< of a boolean; then there is `no` as well
    std::optional<Sentence> no{};
    std::vector<std::pair<std::string, Sentence>> for_value{};
    std::optional<Sentence> for_any{};
    std::optional<Sentence> absent{};
    std::string noun{};        ///< of the items of an array; empty: its items are not told one by one
    std::string named_by{};    ///< the key of an item that has its name; empty: they are counted
    std::uint32_t inside = 0;  ///< the list of what is in it; 0: nothing is said of that
};
using SentenceList = std::vector<KeySentences>;

struct TypeSentences {
    std::string type;
    std::string kind;      ///< "Passcode"
    std::string purpose;   ///< a sentence
    std::string removed;   ///< a sentence on what its removal takes along; empty: nothing but its settings
    std::uint32_t keys{};  ///< list
};

class Sentences {
public:
    Sentences();

    const TypeSentences* of_type(std::string_view type) const;
    const SentenceList& list(std::uint32_t number) const { return lists_[number]; }
    const std::vector<TypeSentences>& types() const noexcept { return types_; }  ///< by type

private:
    std::vector<SentenceList> lists_{1};  ///< the first is empty
    std::vector<TypeSentences> types_;
    friend class SentenceReader;
};

/// The sentences of a key, or those for any; nullptr where there are none.
const KeySentences* find(const SentenceList& list, std::string_view key);

}  // namespace mdm::profile
