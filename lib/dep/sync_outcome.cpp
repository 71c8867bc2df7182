// SPDX-License-Identifier: Apache-2.0
#include "dep/sync_outcome.hpp"

#include "base/json_object.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::dep {

void SyncOutcome::take_findings(const DevicePage& page) {
    unlisted += page.unlisted;
    unreadable += page.unreadable;
    for (const Finding& finding : page.findings)
        if (findings.size() < limits::dep_findings)
            findings.push_back(finding);
        else
            ++unlisted;
}

void SyncOutcome::close_findings(std::int64_t kept) {
    unreadable = std::max(unreadable, kept);
    const auto listed = std::count_if(findings.begin(), findings.end(),
                                      [](const Finding& f) { return f.code == ErrorCode::unreadable_device; });
    if (listed < unreadable)
        findings.push_back({Severity::error, ErrorCode::unreadable_device,
                            fmt::format("{} of the list could not be used, {} of them named here",
                                        counted(unreadable, "record"), listed),
                            "mdmctl dep sync --full looks whether they are better by now", ""});
    if (unlisted > 0)
        findings.push_back({Severity::warning, ErrorCode::unusual_member,
                            fmt::format("{} not listed here", counted(unlisted, "further finding")), "", ""});
}

std::string SyncOutcome::told() const {
    return json_object({{"mode", full ? "full" : "delta"},
                        {"added", std::to_string(changes.added)},
                        {"modified", std::to_string(changes.modified)},
                        {"deleted", std::to_string(changes.deleted)},
                        {"total", std::to_string(total)}});
}

}  // namespace mdm::dep
