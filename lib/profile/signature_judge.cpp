// SPDX-License-Identifier: Apache-2.0
#include "profile/signature_judge.hpp"

#include <algorithm>
#include <array>

namespace mdm::profile {
namespace {

/// Of the certificates, which another device or another day may see otherwise.
constexpr std::array of_trust{ErrorCode::not_for_signing,
                              ErrorCode::expired,
                              ErrorCode::not_yet_valid,
                              ErrorCode::chain_certificate_expired,
                              ErrorCode::bad_certificate_signature,
                              ErrorCode::chain_incomplete,
                              ErrorCode::untrusted_signer};

template <class List>
bool has(const List& list, ErrorCode code) {
    return std::find(list.begin(), list.end(), code) != list.end();
}

}  // namespace

std::vector<Finding> SignatureJudge::findings(std::string_view bytes, std::string_view name, Time now) {
    std::vector<Finding> found;
    {
        const std::lock_guard held(one_at_a_time_);
        if (!trust_)
            trust_ = read_trust_();
        found = verify(bytes, name, *trust_, now).findings;
    }
    std::erase_if(found, [](const Finding& f) { return !has(verification_codes, f.code); });
    for (Finding& finding : found)
        if (has(of_trust, finding.code))
            finding.severity = Severity::warning;
    return found;
}

}  // namespace mdm::profile
