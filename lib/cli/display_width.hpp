// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Text in columns of a terminal. All of it takes text that is printable() already.
namespace mdm::cli {

/// Columns that text takes: two for most CJK, none for combining marks. Asks libc, and its locale, for what is beyond
/// ASCII alone.
std::size_t display_width(std::string_view text);

/// Text with spaces behind (or before) it, so that it takes `width` columns.
std::string padded(std::string_view text, std::size_t width);
std::string padded_left(std::string_view text, std::size_t width);

/// One paragraph in lines of at most `width` columns, broken at spaces; a word that is longer has a line of its own,
/// whole, for topics and paths are copied.
std::vector<std::string> wrapped(std::string_view paragraph, std::size_t width);

}  // namespace mdm::cli
