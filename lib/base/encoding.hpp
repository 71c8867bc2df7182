// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Bytes are std::string and std::string_view throughout; text is UTF-8 in the same types.
namespace mdm {

std::string to_base64(std::string_view bytes);  ///< RFC 4648, 4: standard alphabet, padded, one line

/// Strict but for white space, which is skipped wherever it stands (MIME and PEM wrap at their own widths).
/// Padding may be absent but not wrong; nullopt for any other character.
std::optional<std::string> from_base64(std::string_view text);

std::string to_hex(std::string_view bytes);                  ///< lower case
std::optional<std::string> from_hex(std::string_view text);  ///< either case, white space skipped

/// What a text file is when its byte order mark has been heeded: UTF-8 without mark. UTF-16, which PowerShell's `>`
/// writes, is converted; without a mark the bytes are given back as they are.
struct DecodedText {
    std::string text;
    std::string_view byte_order_mark;  ///< "", "UTF-8", "UTF-16LE" or "UTF-16BE": what was there
};
DecodedText decode_text(std::string_view bytes);

/// byte_order_mark, a remark, where there was one.
std::optional<Finding> byte_order_mark_finding(const DecodedText& text);

}  // namespace mdm
