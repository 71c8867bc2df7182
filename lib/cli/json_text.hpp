// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "cli/record.hpp"

#include <string>
#include <string_view>
#include <vector>

/// JSON as we write it. What could steer a terminal (mdm::is_unsafe) is \u-escaped, which changes nothing for who
/// parses it; bytes that are no UTF-8 become U+FFFD, for RFC 8259, 8.1 knows no other text.
namespace mdm::cli {

enum class JsonLayout { compact, pretty };

void append_json(std::string& out, std::string_view text);
/// depth   levels that are open already; of a pretty layout, whose lines it indents by two spaces each
void append_json(std::string& out, const Value& value, JsonLayout layout, int depth = 0);
void append_json(std::string& out, const Record& record, JsonLayout layout, int depth = 0);

/// severity, code, message, hint, where: as they stand wherever a finding is shown. Where it ends with its place in a
/// text, that is line and column (null: none is known), numbers behind the others, and not in `where`.
Record as_record(const Finding& finding);

/// The one object on standard error of a command that failed. `notices` is a key only where there are some.
std::string error_json(const Error& error, int exit, const std::vector<std::string>& notices);

}  // namespace mdm::cli
