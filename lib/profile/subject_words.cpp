// SPDX-License-Identifier: Apache-2.0
#include "profile/subject_words.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace mdm::profile {
namespace {

using plist::Array;
using plist::Value;

/// Parted at commas, but for those with a backslash before them, which goes away.
std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size())
            parts.back() += text[++i];
        else if (text[i] == ',')
            parts.emplace_back();
        else
            parts.back() += text[i];
    }
    return parts;
}

bool is_name(std::string_view name) {
    constexpr std::array<std::string_view, 6> known{"C", "L", "ST", "O", "OU", "CN"};
    if (std::find(known.begin(), known.end(), name) != known.end())
        return true;
    return !name.empty() && name.front() >= '0' && name.front() <= '2' && name.find('.') != std::string_view::npos &&
           name.back() != '.' && name.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace

Array subject_of(std::string_view text, std::string_view option) {
    Array subject;
    for (const std::string& part : parts_of(text)) {
        const auto equals = part.find('=');
        const std::string name = upper_case(trimmed(std::string_view(part).substr(0, equals)));
        const std::string_view value =
            equals == std::string::npos ? std::string_view() : trimmed(std::string_view(part).substr(equals + 1));
        if (!is_name(name) || value.empty())
            throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no part of a subject, which {} takes", part, option),
                        "write CN=NAME,O=ORGANIZATION; C, L, ST, O, OU, CN and dotted numbers are known, and a comma "
                        "in a value has a backslash before it"};
        Array pair;
        pair.push_back(Value{name});
        pair.push_back(Value{std::string(value)});
        Array pairs;
        pairs.push_back(Value{std::move(pair)});
        subject.push_back(Value{std::move(pairs)});
    }
    return subject;
}

}  // namespace mdm::profile
