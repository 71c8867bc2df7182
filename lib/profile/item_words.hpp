// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile/filled_sentence.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace mdm::profile {

/// An item of an array in one sentence: "App 'com.example': it may notify, with badges". What holds several values and
/// is not described is not in it: is_left_of_item().
/// item     a dictionary
/// said     of the array
/// key      of the array
/// index    of the item, for one without a name
std::string item_in_words(const plist::Value& item, const KeySentences& said, std::string_view key, std::size_t index,
                          const Context& context);

/// Whether a key of an item has no place in that sentence.
bool is_left_of_item(std::string_view key, const plist::Value& value, const KeySentences& said, const Context& context);

}  // namespace mdm::profile
