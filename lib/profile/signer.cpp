// SPDX-License-Identifier: Apache-2.0
#include "profile/signer.hpp"

#include "base/text.hpp"
#include "crypto/chain.hpp"
#include "profile/certificate_words.hpp"
#include "profile/device_algorithms.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace mdm::profile {
namespace {

using crypto::Certificate;

constexpr std::int64_t expiring_days = 30;

class SignerJudge {
public:
    SignerJudge(const Signer& signer, const SystemRoots& system, Time now)
        : leaf_(signer.chain.front()), signer_(signer), system_(system), now_(now) {}

    std::vector<Finding> findings() {
        judge_key();
        judge_dates();
        if (auto finding = profile::not_for_signing(leaf_))
            findings_.push_back(std::move(*finding));
        judge_chain();
        return std::move(findings_);
    }

private:
    void add(Severity severity, ErrorCode code, std::string message, std::string hint) {
        findings_.push_back({severity, code, std::move(message), std::move(hint), ""});
    }

    void judge_key() {
        const crypto::PublicKey& key = leaf_.public_key();
        if (signer_.key.public_key() != key)
            add(Severity::error, ErrorCode::key_mismatch,
                fmt::format("the private key does not belong to {}, which has public key {}; the key has {}",
                            called(leaf_), key.sha256(), signer_.key.public_key().sha256()),
                "the key is the one that the certificate was requested with");
        const bool is_refused = key.algorithm() != "EC" && (key.algorithm() != "RSA" || key.bits() < smallest_rsa);
        const std::string unproven = unproven_key(key);
        if (is_refused)
            add(Severity::error, ErrorCode::unsupported_algorithm,
                fmt::format("the key of {} is {} with {} bits; devices verify RSA from {} bits on, and EC",
                            called(leaf_), key.algorithm(), key.bits(), smallest_rsa),
                "");
        else if (!unproven.empty())
            add(Severity::warning, ErrorCode::unsupported_algorithm,
                fmt::format("the key of {} is {}: that devices verify this is not known, so they may show Unverified",
                            called(leaf_), unproven),
                "RSA from 2048 bits on is known to work");
    }

    void judge_dates() {
        const auto left = days_between(now_, leaf_.not_after());
        if (now_ > leaf_.not_after())
            add(Severity::error, ErrorCode::expired,
                fmt::format("{} ended on {}: devices would show Unverified", called(leaf_),
                            to_rfc3339(leaf_.not_after())),
                "sign with its successor");
        else if (now_ < leaf_.not_before())
            add(Severity::error, ErrorCode::not_yet_valid,
                fmt::format("{} is not valid before {}", called(leaf_), to_rfc3339(leaf_.not_before())),
                "look at this machine's clock");
        else if (left < expiring_days)
            add(Severity::warning, ErrorCode::expiring,
                fmt::format("{} ends on {}, in {}: from then on devices show Unverified", called(leaf_),
                            to_rfc3339(leaf_.not_after()), counted(left, "day")),
                "sign again, with its successor, before that day");
    }

    void judge_chain() {
        const std::vector<Certificate> above(signer_.chain.begin() + 1, signer_.chain.end());
        for (const Certificate& one : above)
            if (now_ > one.not_after())
                add(Severity::warning, ErrorCode::chain_certificate_expired,
                    fmt::format("{}, which is above {}, ended on {}", called(one), called(leaf_),
                                to_rfc3339(one.not_after())),
                    "give the current one with --chain");
        for (const Certificate& one : signer_.chain)
            if (is_weak(one.signature_digest()) && !crypto::is_root(one))
                add(Severity::warning, ErrorCode::weak_digest,
                    fmt::format("{} was signed with {} by who issued it", called(one), one.signature_digest()), "");
        judge_rules(above);
        const Certificate& last = signer_.chain.back();
        if (crypto::is_root(last))
            return;
        const crypto::Path path = crypto::path_to_anchor(leaf_, above, system_(), now_);
        const bool is_whole = std::none_of(path.problems.begin(), path.problems.end(), [](const auto& problem) {
            return problem.kind == crypto::PathProblem::Kind::issuer_missing;
        });
        if (!is_whole)
            add(Severity::warning, ErrorCode::chain_incomplete,
                fmt::format("the chain ends at {}: the certificate of '{}' is not there, and this machine has no such "
                            "root",
                            called(last), last.issuer().to_string()),
                "where that is no root of the devices themselves, --chain FILE adds it");
    }

    /// What would stand against the chain with devices that believe its root.
    void judge_rules(const std::vector<Certificate>& above) {
        if (crypto::is_root(leaf_))
            add(Severity::warning, ErrorCode::untrusted_signer,
                fmt::format("{} signed itself: devices show Unverified unless it is installed on them", called(leaf_)),
                "a certificate of an authority that devices believe is shown as Verified");
        const crypto::TrustAnchors root({signer_.chain.back()});
        for (const crypto::PathProblem& problem : crypto::path_to_anchor(leaf_, above, root, now_).problems)
            if (problem.kind == crypto::PathProblem::Kind::not_allowed)
                add(Severity::warning, ErrorCode::untrusted_signer,
                    fmt::format("{} breaks a rule of certificates: {}; devices would show Unverified",
                                called(signer_.chain.at(std::min(problem.depth, signer_.chain.size() - 1))),
                                problem.reason),
                    "");
    }

    const Certificate& leaf_;
    const Signer& signer_;
    const SystemRoots& system_;
    Time now_;
    std::vector<Finding> findings_;
};

}  // namespace

std::vector<Certificate> Signer::embedded() const {
    std::vector<Certificate> all = chain;
    if (all.size() > 1 && crypto::is_root(all.back()))
        all.pop_back();
    return all;
}

std::optional<Finding> not_for_signing(const Certificate& certificate) {
    if (certificate.may_sign())
        return std::nullopt;
    return Finding{Severity::error, ErrorCode::not_for_signing,
                   fmt::format("the key usage of {} has no digital signature", called(certificate)),
                   "sign with a certificate that was issued for signatures", ""};
}

std::vector<Finding> signer_findings(const Signer& signer, const SystemRoots& system, Time now) {
    return SignerJudge{signer, system, now}.findings();
}

}  // namespace mdm::profile
