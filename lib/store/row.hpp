// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::store {

/// A value of the store is text, a whole number or null. Numbers travel as their digits, which both engines take for
/// what the column is; times are RFC 3339 text, UTC, so that they sort as they stand.
using Value = std::optional<std::string>;

/// What stands for `:name` in a statement. Never bytes: PostgreSQL's text ends at a NUL.
struct Parameter {
    std::string name;
    Value value;

    Parameter(std::string_view n, Value v) : name(n), value(std::move(v)) {}
    Parameter(std::string_view n, std::nullopt_t) : name(n) {}
    Parameter(std::string_view n, std::string_view text) : name(n), value(text) {}
    Parameter(std::string_view n, const std::string& text) : name(n), value(text) {}
    Parameter(std::string_view n, const char* text) : name(n), value(text) {}
    Parameter(std::string_view n, std::int64_t number) : name(n), value(std::to_string(number)) {}
    Parameter(std::string_view n, Time time) : name(n), value(to_rfc3339(time)) {}
    Parameter(std::string_view n, std::optional<Time> time) : name(n) {
        if (time)
            value = to_rfc3339(*time);
    }
};
using Parameters = std::vector<Parameter>;

/// One row that was read, by the names that the statement gives its columns. Asking for a column that is not there, or
/// for what is null, is a bug (internal_error).
class Row {
public:
    using Names = std::shared_ptr<const std::vector<std::string>>;
    Row(Names names, std::vector<Value> values) : names_(std::move(names)), values_(std::move(values)) {}

    const Value& value(std::string_view column) const;
    const std::string& text(std::string_view column) const;
    std::int64_t number(std::string_view column) const;
    Time time(std::string_view column) const;
    std::optional<Time> maybe_time(std::string_view column) const;
    const Value& maybe_text(std::string_view column) const { return value(column); }

    const std::vector<std::string>& names() const noexcept { return *names_; }
    const std::vector<Value>& values() const noexcept { return values_; }

private:
    Names names_;
    std::vector<Value> values_;
};

}  // namespace mdm::store
