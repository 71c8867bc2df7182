// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace mdm::plist {

/// Where a value begins in XML, counted from 1; 0 where there is no such thing (binary property lists).
struct Place {
    int line = 0;
    int column = 0;
};

struct Value;
using Array = std::vector<Value>;
/// In file order, duplicates included: what to make of those is the reader's finding.
using Dict = std::vector<std::pair<std::string, Value>>;
struct Data {
    std::string bytes;
    bool operator==(const Data&) const = default;
};
/// A reference inside an archive of NSKeyedArchiver: 32 bits, and only in binary property lists.
struct Uid {
    std::uint32_t value = 0;
    bool operator==(const Uid&) const = default;
};

/// One value of a property list. Integers are signed 64-bit, or unsigned where only that fits.
struct Value {
    std::variant<bool, std::int64_t, std::uint64_t, double, std::string, Data, Time, Uid, Array, Dict> content = false;
    Place place{};

    template <class T>
    const T* get_if() const noexcept {
        return std::get_if<T>(&content);
    }
    /// The value of a key of a dictionary; nullptr where this is none or has no such key. The first of duplicates.
    const Value* find(std::string_view key) const noexcept;
    /// "string", "integer", "dictionary", ...: Apple's element names in words, for messages.
    std::string_view type_name() const noexcept;

    /// Same type, same content, dictionaries in the same order; where it was read does not matter.
    friend bool operator==(const Value& a, const Value& b) { return a.content == b.content; }
};

/// The places in a dictionary whose key was there before, in order.
std::vector<std::size_t> repeated_keys(const Dict& dict);

}  // namespace mdm::plist
