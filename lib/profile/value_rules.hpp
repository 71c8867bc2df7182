// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/value.hpp"
#include "profile/payload_schema.hpp"

#include <optional>
#include <string>

/// What a value is, beside what a schema wants.
namespace mdm::profile {

bool is_of(const plist::Value& value, Type type);

std::optional<double> number_of(const plist::Value& value);

bool is_outside(const Bounds& bounds, double number);

/// Whether it is listed among the rule's values. True as well where nothing is listed, or the value is of a type that
/// is not.
/// text, number   of the value, where it is such
bool is_among(const KeyRule& rule, const std::string* text, const std::optional<double>& number);

}  // namespace mdm::profile
