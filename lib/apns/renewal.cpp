// SPDX-License-Identifier: Apache-2.0
#include "apns/renewal.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apns {
namespace {

constexpr std::string_view choose_renew =
    "in the Apple Push Certificates Portal (https://identity.apple.com/pushcert) choose Renew beside the old "
    "certificate, not Create, and download that one";

std::optional<Finding> judge_kind(const RenewalQuestion& q) {
    auto missing = missing_topic(q.candidate, q.candidate_name);
    if (!missing)
        return std::nullopt;
    return Finding{Severity::error, ErrorCode::not_a_push_certificate, std::move(missing->message),
                   std::move(missing->hint), std::move(missing->where)};
}

std::optional<Finding> judge_topic(const RenewalQuestion& q) {
    const auto topic = push_topic(q.candidate);
    if (!topic || *topic == q.current.topic)
        return std::nullopt;
    return Finding{
        Severity::error, ErrorCode::topic_mismatch,
        fmt::format("'{}' does not renew '{}': its topic is {}, not {}. Devices are bound to the topic: with this "
                    "certificate every one of them would have to enroll again",
                    q.candidate_name, q.current_name, *topic, q.current.topic),
        fmt::format("{}; the row to renew is the one whose details show serial {} and UID {}", choose_renew,
                    q.current.certificate.serial(), q.current.topic),
        "subject.UID"};
}

std::optional<Finding> judge_key(const RenewalQuestion& q) {
    const auto& key = q.candidate.public_key();
    if (q.keys.empty() || std::find(q.keys.begin(), q.keys.end(), key) != q.keys.end())
        return std::nullopt;
    return Finding{Severity::error, ErrorCode::key_mismatch,
                   fmt::format("the private key of '{}' is another one: the certificate has public key {}, the key or "
                               "CSR given has {}",
                               q.candidate_name, key.sha256(), q.keys.front().sha256()),
                   "upload the push certificate request that was made from this key's CSR, and download again",
                   "public key"};
}

std::optional<Finding> judge_end(const RenewalQuestion& q) {
    if (q.now <= q.candidate.not_after())
        return std::nullopt;
    return Finding{
        Severity::error, ErrorCode::expired,
        fmt::format("'{}' ended on {}: APNs refuses it", q.candidate_name, to_rfc3339(q.candidate.not_after())),
        "in the Apple Push Certificates Portal choose Renew beside the certificate and download the new one",
        "not_after"};
}

std::optional<Finding> judge_begin(const RenewalQuestion& q) {
    if (q.now >= q.candidate.not_before())
        return std::nullopt;
    return Finding{Severity::error, ErrorCode::not_yet_valid,
                   fmt::format("'{}' is not valid before {}, and this machine's clock says {}", q.candidate_name,
                               to_rfc3339(q.candidate.not_before()), to_rfc3339(q.now)),
                   "look at this machine's clock", "not_before"};
}

std::optional<Finding> judge_age(const RenewalQuestion& q) {
    const auto& current = q.current.certificate;
    const auto ends = q.candidate.not_after();
    const bool older =
        ends < current.not_after() || (ends == current.not_after() && q.candidate.not_before() < current.not_before());
    if (!older)
        return std::nullopt;
    return Finding{Severity::error, ErrorCode::older_than_current,
                   fmt::format("'{}' ends on {}, before '{}', which ends on {}", q.candidate_name, to_rfc3339(ends),
                               q.current_name, to_rfc3339(current.not_after())),
                   "this is an earlier download; take the newest from the portal", "not_after"};
}

std::optional<Finding> judge_sameness(const RenewalQuestion& q) {
    if (q.candidate != q.current.certificate)
        return std::nullopt;
    return Finding{
        Severity::error, ErrorCode::same_certificate,
        fmt::format("'{}' is '{}' once more (serial {})", q.candidate_name, q.current_name, q.candidate.serial()),
        "download the renewed certificate from the portal: its serial is another one", "serial"};
}

std::optional<Finding> judge_world(const RenewalQuestion& q) {
    if (!is_sandbox(q.candidate) || is_sandbox(q.current.certificate))
        return std::nullopt;
    return Finding{Severity::error, ErrorCode::sandbox_certificate,
                   fmt::format("'{}' was made by the rehearsal's pretend portal, and '{}' was not", q.candidate_name,
                               q.current_name),
                   "APNs takes Apple's certificates alone: download it from https://identity.apple.com/pushcert",
                   "extensions"};
}

std::optional<Finding> remark_new_key(const RenewalQuestion& q) {
    if (!q.keys.empty() || q.candidate.public_key() == q.current.certificate.public_key())
        return std::nullopt;
    return Finding{Severity::info, ErrorCode::key_changed,
                   fmt::format("'{}' has another key than '{}', as renewals usually have: {}", q.candidate_name,
                               q.current_name, q.candidate.public_key().sha256()),
                   "--key FILE or --csr FILE shows whether it is the key that you hold", "public key"};
}

}  // namespace

std::vector<Finding> renewal_findings(const RenewalQuestion& question) {
    std::vector<Finding> findings;
    // The order is the contract's: the first error names the refusal.
    for (const auto judge : {judge_kind, judge_topic, judge_key, judge_end, judge_begin, judge_age, judge_sameness,
                             judge_world, remark_new_key})
        if (auto finding = judge(question))
            findings.push_back(std::move(*finding));
    return findings;
}

}  // namespace mdm::apns
