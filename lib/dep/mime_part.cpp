// SPDX-License-Identifier: Apache-2.0
#include "dep/mime_part.hpp"

#include "base/encoding.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace mdm::dep {
namespace {

std::string_view take_line(std::string_view& text) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

/// RFC 5322, 2.2, of the names that MIME uses: letters, digits and hyphens.
bool is_header_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

bool continues(std::string_view line) { return line.starts_with(' ') || line.starts_with('\t'); }

/// An empty line stands behind each line: the next header is no body.
bool is_double_spaced(std::string_view text) {
    const auto next = text.find_first_not_of("\r\n");
    return next != std::string_view::npos && lower_case(text.substr(next, 8)) == "content-";
}

}  // namespace

std::string MimePart::encoding() const {
    const auto found = headers.find("content-transfer-encoding");
    return found == headers.end() ? "" : lower_case(trimmed(found->second));
}

MimePart read_mime_part(std::string_view text) {
    MimePart part;
    while (text.starts_with('\n') || text.starts_with('\r'))
        text.remove_prefix(1);
    part.body = text;
    std::string* last = nullptr;
    while (!text.empty()) {
        const std::string_view from_here = text;
        const std::string_view line = take_line(text);
        if (line.empty() && last != nullptr) {
            if (is_double_spaced(text))
                continue;
            part.body = text;
            return part;
        }
        const auto colon = line.find(':');
        if (continues(line) && last != nullptr) {
            last->append(" ").append(trimmed(line));
        } else if (colon != std::string_view::npos && is_header_name(line.substr(0, colon))) {
            last = &part.headers[lower_case(line.substr(0, colon))];
            *last = trimmed(line.substr(colon + 1));
        } else {
            part.body = from_here;
            return part;
        }
    }
    if (last != nullptr)
        part.body = text;
    return part;
}

std::string from_quoted_printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        if (text.front() != '=') {
            out += text.front();
            text.remove_prefix(1);
        } else if (const auto byte = from_hex(text.substr(1, 2)); byte && byte->size() == 1) {
            out += *byte;
            text.remove_prefix(3);
        } else if (const auto end = text.find_first_not_of(" \t\r", 1); end < text.size() && text[end] == '\n') {
            text.remove_prefix(end + 1);  // a soft line break
        } else if (text.size() < 3) {
            break;  // cut within an escape: no byte is made of what is left
        } else {
            out += '=';
            text.remove_prefix(1);
        }
    }
    return out;
}

}  // namespace mdm::dep
