// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"

#include <algorithm>
#include <utility>

namespace mdm {

const Finding* first_error(const std::vector<Finding>& findings) {
    const auto found =
        std::find_if(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::error; });
    return found == findings.end() ? nullptr : &*found;
}

Error::Error(ErrorCode code, std::string message, std::string hint, std::vector<Finding> findings)
    : code_(code), message_(std::move(message)), hint_(std::move(hint)), findings_(std::move(findings)) {}

Error Error::from_findings(std::vector<Finding> findings) {
    const Finding* first = first_error(findings);
    if (first == nullptr)
        return {ErrorCode::internal_error, "a refusal was made of findings none of which is an error"};
    const Finding chosen = *first;
    return {chosen.code, chosen.message, chosen.hint, std::move(findings)};
}

}  // namespace mdm
