// SPDX-License-Identifier: Apache-2.0
#include "base/given_name.hpp"

#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace mdm {
namespace {

std::string_view fault_of(std::string_view name) {
    if (name.empty())
        return "is empty";
    if (name.size() > limits::name)
        return "is longer than 200 bytes";
    if (!is_printable(name))
        return "holds a character that cannot be shown";
    if (trimmed(name) != name)
        return "begins or ends with a space";
    return {};
}

}  // namespace

void judge_given_name(std::string_view name, std::string_view what) {
    if (const std::string_view fault = fault_of(name); !fault.empty())
        throw Error{ErrorCode::bad_name, fmt::format("{} {}: '{}'", what, fault, name.substr(0, limits::name))};
}

void judge_note(const std::string& note) {
    if (note.size() > limits::note)
        throw Error{ErrorCode::bad_usage, fmt::format("the note is longer than {} bytes", limits::note),
                    "say where the rest is written down"};
    for (const std::string_view line : split(note, '\n'))
        if (!is_printable(line))
            throw Error{ErrorCode::bad_usage, "the note holds what cannot be shown", "plain lines of UTF-8"};
}

}  // namespace mdm
