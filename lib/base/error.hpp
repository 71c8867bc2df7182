// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error_code.hpp"

#include <exception>
#include <string>
#include <vector>

namespace mdm {

enum class Severity { error, warning, info };

/// One thing that was noticed about an object. A list of them in a fixed order is the only form of a verdict.
struct Finding {
    Severity severity = Severity::error;
    ErrorCode code;
    std::string message;  ///< what is so, with both values where two differ; no capital, no full stop
    std::string hint;     ///< what to do, empty where nothing sensible can be said
    std::string where;    ///< the place inside the object ("PayloadContent[0].minLength", "line 4, column 2"), or empty
};

/// The first finding of severity error decides how a verdict ends; nullptr: nothing stands against it.
const Finding* first_error(const std::vector<Finding>& findings);

/// The one exception type. Thrown anywhere below apps/, shown in one place (cli::run), never swallowed.
/// message and hint must not hold a secret; text from outside may be in them as it is, it is escaped where it is shown.
class Error : public std::exception {
public:
    Error(ErrorCode code, std::string message, std::string hint = {}, std::vector<Finding> findings = {});

    /// The refusal that a list of findings amounts to: code, message and hint of its first error.
    static Error from_findings(std::vector<Finding> findings);

    const char* what() const noexcept override { return message_.c_str(); }
    ErrorCode code() const noexcept { return code_; }
    const std::string& message() const noexcept { return message_; }
    const std::string& hint() const noexcept { return hint_; }
    const std::vector<Finding>& findings() const noexcept { return findings_; }

private:
    ErrorCode code_;
    std::string message_;
    std::string hint_;
    std::vector<Finding> findings_;
};

}  // namespace mdm
