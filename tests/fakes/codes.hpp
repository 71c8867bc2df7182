// SPDX-License-Identifier: Apache-2.0
// Verdicts and refusals as words, so that a test compares them in a line.
#pragma once

#include "base/error.hpp"

#include <string>
#include <vector>

namespace mdm::fakes {

using Codes = std::vector<std::string>;

/// The codes of the errors among the findings, in their order.
inline Codes errors(const std::vector<Finding>& findings) {
    Codes out;
    for (const Finding& f : findings)
        if (f.severity == Severity::error)
            out.emplace_back(name(f.code));
    return out;
}

/// The codes of the warnings and remarks, in their order.
inline Codes remarks(const std::vector<Finding>& findings) {
    Codes out;
    for (const Finding& f : findings)
        if (f.severity != Severity::error)
            out.emplace_back(name(f.code));
    return out;
}

/// The code that something is refused with; "" where it is not refused.
template <class F>
std::string refusal(const F& attempt) {
    try {
        attempt();
        return "";
    } catch (const Error& e) {
        return std::string(name(e.code()));
    }
}

}  // namespace mdm::fakes
