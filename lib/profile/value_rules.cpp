// SPDX-License-Identifier: Apache-2.0
#include "profile/value_rules.hpp"

#include <algorithm>

namespace mdm::profile {

using plist::Value;

bool is_of(const Value& value, Type type) {
    switch (type) {
        case Type::any:
            return true;
        case Type::string:
            return value.get_if<std::string>() != nullptr;
        case Type::integer:
            return value.get_if<std::int64_t>() != nullptr || value.get_if<std::uint64_t>() != nullptr;
        case Type::real:  // a whole number may be written as an integer: readers make one number of both
            return value.get_if<double>() != nullptr || is_of(value, Type::integer);
        case Type::boolean:
            return value.get_if<bool>() != nullptr;
        case Type::date:
            return value.get_if<Time>() != nullptr;
        case Type::data:
            return value.get_if<plist::Data>() != nullptr;
        case Type::array:
            return value.get_if<plist::Array>() != nullptr;
        case Type::dictionary:
            return value.get_if<plist::Dict>() != nullptr;
    }
    return true;
}

std::optional<double> number_of(const Value& value) {
    if (const auto* real = value.get_if<double>())
        return *real;
    if (const auto* integer = value.get_if<std::int64_t>())
        return static_cast<double>(*integer);
    if (const auto* large = value.get_if<std::uint64_t>())
        return static_cast<double>(*large);
    return std::nullopt;
}

bool is_outside(const Bounds& bounds, double number) {
    return (bounds.min && number < *bounds.min) || (bounds.max && number > *bounds.max);
}

bool is_among(const KeyRule& rule, const std::string* text, const std::optional<double>& number) {
    const auto has = [](const auto& list, const auto& value) {
        return std::find(list.begin(), list.end(), value) != list.end();
    };
    if (rule.allowed.empty())
        return true;
    return text != nullptr ? has(rule.allowed, *text) : !number || has(rule.numbers, *number);
}

}  // namespace mdm::profile
