// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/value.hpp"
#include "profile/outline.hpp"
#include "profile/sentences.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Values of a profile in words, for sentences. Text from outside is in them as it is.
namespace mdm::profile {

/// What a sentence may speak of beside the value that it is about.
struct Context {
    const Sentences& sentences;
    const std::vector<PayloadOutline>& payloads;  ///< of the profile, which a UUID may mean
};

/// "1 day", "12 hours", "90 seconds": in the largest unit that leaves no rest.
std::string span_in_words(std::int64_t seconds);

/// "'a'", "'a' and 'b'", "'a', 'b' and 'c'"; of a long list the first, and how many there are more.
std::string listed(const std::vector<std::string>& words);

/// A URL without what it has before its @, which may be a password; other text as it is.
std::string without_user(std::string_view text);

/// The same, without the end of what is long.
std::string shown_text(std::string_view text);

/// A boolean, number, date or text in words: "yes", "5", "'office'"; of data its size, of an array of such values all
/// of them; nullopt for a dictionary, and an array of something else.
std::optional<std::string> in_words(const plist::Value& value);

/// The sentence for a value; nullptr where there is none. A 1 or 0 is a boolean where one is asked for.
const Sentence* sentence_for(const KeySentences& said, const plist::Value& value);

/// A sentence with a value in the place of what stands for it; nullopt where it is not made for such a value.
/// key   of the value; a secret is not filled in
std::optional<std::string> filled_in(std::string_view sentence, std::string_view key, const plist::Value& value,
                                     const Context& context);

/// Whether a value is not to be shown: text and lists under a key that is a secret, or sounds like one where nobody has
/// described it; numbers in the first case alone.
bool hides_value(std::string_view key, const plist::Value& value, bool is_described);
/// False for what nobody hides in a profile: booleans, dates; data, which is told by its size; and dictionaries.
bool can_be_secret(const plist::Value& value);

/// What a payload is called: "'Device certificate' (Identity by SCEP)".
std::string called(const PayloadOutline& payload, const Sentences& sentences);

}  // namespace mdm::profile
