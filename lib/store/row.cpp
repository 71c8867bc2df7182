// SPDX-License-Identifier: Apache-2.0
#include "store/row.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace mdm::store {
namespace {

[[noreturn]] void not_what_it_should_be(std::string_view column, std::string_view what) {
    throw Error{ErrorCode::store_damaged, fmt::format("the column '{}' of the store holds no {}", column, what),
                "mdmctl store check says what else is wrong"};
}

}  // namespace

const Value& Row::value(std::string_view column) const {
    const auto found = std::find(names_->begin(), names_->end(), column);
    if (found == names_->end())
        throw Error{ErrorCode::internal_error, fmt::format("a statement has no column '{}'", column)};
    return values_[static_cast<std::size_t>(found - names_->begin())];
}

const std::string& Row::text(std::string_view column) const {
    const Value& found = value(column);
    if (!found)
        not_what_it_should_be(column, "value");
    return *found;
}

std::int64_t Row::number(std::string_view column) const {
    const std::string& digits = text(column);
    std::int64_t number = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (failed != std::errc{} || end != digits.data() + digits.size())
        not_what_it_should_be(column, "number");
    return number;
}

Time Row::time(std::string_view column) const {
    const auto time = parse_time(text(column));
    if (!time)
        not_what_it_should_be(column, "time");
    return *time;
}

std::optional<Time> Row::maybe_time(std::string_view column) const {
    if (!value(column))
        return std::nullopt;
    return time(column);
}

}  // namespace mdm::store
