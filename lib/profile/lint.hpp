// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "profile/envelope_rules.hpp"
#include "profile/outline.hpp"
#include "profile/payload_rules.hpp"
#include "profile/reference_rules.hpp"
#include "profile/signature_judge.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::profile {

/// One file and what stands against it.
struct LintedFile {
    std::string name;
    std::vector<Finding> findings{};
    Outline outline{};  ///< its payloads without their values
    std::vector<OpenReference> open_references{};
    std::vector<SinglePayload> single_payloads{};
    std::size_t content_hash = 0;  ///< of the profile without its signature; 0: it was not read
};

/// Judges one profile, signed or not, XML or binary: as a property list, as a profile, payload by payload. In this
/// order: what the file is, and its signature; the property list; the whole; each payload; what ties payloads together.
/// Nothing is thrown: what cannot be read is a finding.
/// name         what the file is called in messages
/// signatures   judges a signature; nullptr: that there is one is enough
LintedFile lint(std::string_view bytes, std::string_view name, const PayloadRules& rules, Time now,
                SignatureJudge* signatures = nullptr);

/// What stands against a file that could not be read at all.
LintedFile unreadable(std::string_view name, const Error& error);

/// Adds what several files have against one another, each behind the findings of the file that is later in the list:
/// the same PayloadIdentifier or PayloadUUID in two, two enrollments, a type of which a device takes one, references
/// that another file would answer, identifiers that differ in a UUID alone. The same profile twice, signed and not, is
/// no such thing.
void judge_together(std::vector<LintedFile>& files);

}  // namespace mdm::profile
