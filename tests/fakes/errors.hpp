// SPDX-License-Identifier: Apache-2.0
// Asking after an Error in one line.
#pragma once

#include "base/error.hpp"

#include <string>
#include <vector>

namespace mdm::fakes {

/// The name of the code that a call ends with: CHECK(code_of([&] { parse(x); }) == "malformed_der"). "" when it does
/// not throw.
template <class Call>
std::string code_of(const Call& call) {
    try {
        static_cast<void>(call());
    } catch (const Error& error) {
        return std::string(name(error.code()));
    }
    return "";
}

template <class Call>
std::string message_of(const Call& call) {
    try {
        static_cast<void>(call());
    } catch (const Error& error) {
        return error.message();
    }
    return "";
}

inline std::vector<std::string> codes(const std::vector<Finding>& findings) {
    std::vector<std::string> out;
    for (const Finding& finding : findings)
        out.emplace_back(name(finding.code));
    return out;
}

using Codes = std::vector<std::string>;

inline Codes codes_of_severity(const std::vector<Finding>& findings, bool error) {
    Codes out;
    for (const Finding& finding : findings)
        if ((finding.severity == Severity::error) == error)
            out.emplace_back(name(finding.code));
    return out;
}

/// The codes of what is refused, in order; and of what is merely said.
inline Codes errors(const std::vector<Finding>& findings) { return codes_of_severity(findings, true); }
inline Codes remarks(const std::vector<Finding>& findings) { return codes_of_severity(findings, false); }

}  // namespace mdm::fakes
