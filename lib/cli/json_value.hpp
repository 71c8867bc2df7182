// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/record.hpp"

#include <string_view>

namespace mdm::cli {

/// JSON that is kept as it came from outside, as a value to show: objects are records, lists of objects lists of them,
/// and of other lists each item is a text. What no value has a form for, such as a fraction, is its JSON text.
/// throws  internal_error: it is no JSON, which was to be judged before it was kept
Value json_value(std::string_view json);

}  // namespace mdm::cli
