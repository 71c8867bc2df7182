// SPDX-License-Identifier: Apache-2.0
#include "plist/reader.hpp"

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "plist/binary_reader.hpp"
#include "plist/xml_reader.hpp"

#include <fmt/format.h>

namespace mdm::plist {

bool looks_like_plist(std::string_view bytes) {
    if (is_binary(bytes))
        return true;
    const std::string start = decode_text(bytes.substr(0, 1024)).text;
    const std::string_view text = trimmed(start);
    return text.starts_with("<?xml") || text.starts_with("<!DOCTYPE plist") || text.starts_with("<plist");
}

Document read(std::string_view bytes) { return is_binary(bytes) ? read_binary(bytes) : read_xml(bytes); }

Document read(std::string_view bytes, std::string_view name) {
    try {
        return read(bytes);
    } catch (const Error& e) {
        throw Error{e.code(), fmt::format("'{}': {}", name, e.message()), e.hint()};
    }
}

}  // namespace mdm::plist
