// SPDX-License-Identifier: Apache-2.0
#include "crypto/name.hpp"

namespace mdm::crypto {
namespace {

/// RFC 4514, 2.4, but for a leading '#': a value that is shown as "#hex" begins with it.
std::string escaped(std::string_view value) {
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char c = value[i];
        const bool outer_space = c == ' ' && (i == 0 || i + 1 == value.size());
        if (c == '\0') {
            out += "\\00";
            continue;
        }
        if (outer_space || std::string_view(",+\"\\<>;").find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    return out;
}

}  // namespace

std::optional<std::string> Name::first(std::string_view oid) const {
    for (const Attribute& attribute : attributes)
        if (attribute.oid == oid)
            return attribute.value;
    return std::nullopt;
}

std::vector<std::string> Name::all(std::string_view oid) const {
    std::vector<std::string> values;
    for (const Attribute& attribute : attributes)
        if (attribute.oid == oid)
            values.push_back(attribute.value);
    return values;
}

std::string Name::to_string() const {
    std::string out;
    for (const Attribute& attribute : attributes) {
        if (!out.empty())
            out += ", ";
        out.append(attribute.label).append("=").append(escaped(attribute.value));
    }
    return out;
}

}  // namespace mdm::crypto
