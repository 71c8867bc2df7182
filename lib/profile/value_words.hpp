// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/value.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Values of a profile in words, for sentences. Text from outside is in them as it is.
namespace mdm::profile {

/// "1 day", "12 hours", "90 seconds": in the largest unit that leaves no rest.
std::string span_in_words(std::int64_t seconds);

/// Of a list that is longer, the first are told, and how many there are more.
inline constexpr std::size_t most_listed = 20;
/// "a", "a and b", "a, b and c", "a, b and 5 more".
/// more   beside those in `words`
std::string listed(const std::vector<std::string>& words, std::size_t more = 0);

/// A text without the secrets in it and, where it is long, without its end: URLs as without_url_secrets() has them, and
/// of what holds_secret() "...".
std::string shown_text(std::string_view text);
/// The same of a text that is known to hold no secret but in URLs.
std::string cut_short(std::string_view text);

/// A boolean, number, date or text in words: "yes", "5", "'office'"; of data its size, of an array of such values all
/// of them; nullopt for a dictionary, and an array of something else.
std::optional<std::string> in_words(const plist::Value& value);

/// Whether a value is not to be shown: a text that holds a secret; text, lists and numbers under a key that is a
/// secret, or sounds like one where nobody has described it.
bool hides_value(std::string_view key, const plist::Value& value, bool is_described);
/// False for what nobody hides in a profile: booleans, dates; data, which is told by its size; and dictionaries.
bool can_be_secret(const plist::Value& value);

}  // namespace mdm::profile
