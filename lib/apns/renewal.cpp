// SPDX-License-Identifier: Apache-2.0
#include "apns/renewal.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apns {
namespace {

constexpr std::string_view choose_renew =
    "in the Apple Push Certificates Portal (https://identity.apple.com/pushcert) choose Renew beside the old "
    "certificate, not Create, and download that one";

std::optional<Finding> judge_kind(const RenewalQuestion& q) {
    auto missing = missing_topic(q.candidate.certificate, q.candidate.name);
    if (!missing)
        return std::nullopt;
    return Finding{Severity::error, ErrorCode::not_a_push_certificate, std::move(missing->message),
                   std::move(missing->hint), std::move(missing->where)};
}

std::optional<Finding> judge_tenant(const RenewalQuestion& q) { return q.other_tenant; }

/// How the portal's row is found: by what its details show.
std::string row_of(const CurrentCertificate& current) {
    return current.serial ? fmt::format("serial {} and UID {}", *current.serial, current.topic)
                          : fmt::format("UID {}", current.topic);
}

std::optional<Finding> judge_topic(const RenewalQuestion& q) {
    const auto topic = push_topic(q.candidate.certificate);
    if (!q.current || !topic || *topic == q.current->topic)
        return std::nullopt;
    Finding finding{
        Severity::error, ErrorCode::topic_mismatch,
        fmt::format("'{}' does not renew {}: its topic is {}, not {}. Devices are bound to the topic: with this "
                    "certificate every one of them would have to enroll again",
                    q.candidate.name, q.current->name, *topic, q.current->topic),
        fmt::format("{}; the row to renew is the one whose details show {}", choose_renew, row_of(*q.current)),
        "subject.UID"};
    if (!q.current->apple_account.empty())
        finding.hint += fmt::format(", at the Apple Account {}", q.current->apple_account);
    if (q.replaced_topic == q.current->topic)
        finding.severity = Severity::warning;
    else if (!q.replaced_topic.empty())
        finding.message += fmt::format(" (the topic that was typed out is another one: {})", q.replaced_topic);
    return finding;
}

std::optional<Finding> judge_key(const RenewalQuestion& q) {
    const auto& key = q.candidate.certificate.public_key();
    if (!q.keys || std::find(q.keys->begin(), q.keys->end(), key) != q.keys->end())
        return std::nullopt;
    if (q.keys->empty())
        return Finding{
            Severity::error, ErrorCode::key_mismatch,
            fmt::format("there is no private key for '{}': it has public key {}", q.candidate.name, key.sha256()),
            "--key FILE brings the key that its CSR was made with; if another MDM server holds it, --track",
            "public key"};
    std::vector<std::string> known;
    for (const auto& other : *q.keys)
        known.push_back(other.sha256());
    return Finding{Severity::error, ErrorCode::key_mismatch,
                   fmt::format("the private key of '{}' is another one: the certificate has public key {}, and what it "
                               "is compared with has {}",
                               q.candidate.name, key.sha256(), joined(known, " or ")),
                   "upload the push certificate request that was made from this key's CSR, and download again",
                   "public key"};
}

std::optional<Finding> judge_account(const RenewalQuestion& q) {
    if (!q.current || q.candidate.apple_account.empty() || q.current->apple_account.empty() ||
        lower_case(q.candidate.apple_account) == lower_case(q.current->apple_account))
        return std::nullopt;
    return Finding{Severity::error, ErrorCode::apple_account_mismatch,
                   fmt::format("'{}' was got with the Apple Account {}, and {} with {}: only the account that made a "
                               "certificate can renew it",
                               q.candidate.name, q.candidate.apple_account, q.current->name, q.current->apple_account),
                   "sign in at the portal with that account; if Apple Support moved the certificate to another one: "
                   "mdmctl apns set --apple-account A --reason TEXT",
                   "apple account"};
}

std::optional<Finding> judge_end(const RenewalQuestion& q) {
    const Time end = q.candidate.certificate.not_after();
    if (q.now <= end)
        return std::nullopt;
    return Finding{Severity::error, ErrorCode::expired,
                   fmt::format("'{}' ended on {}: APNs refuses it", q.candidate.name, to_rfc3339(end)),
                   "in the Apple Push Certificates Portal choose Renew beside the certificate and download the new one",
                   "not_after"};
}

std::optional<Finding> judge_begin(const RenewalQuestion& q) {
    const Time begin = q.candidate.certificate.not_before();
    if (q.now >= begin)
        return std::nullopt;
    return Finding{Severity::error, ErrorCode::not_yet_valid,
                   fmt::format("'{}' is not valid before {}, and this machine's clock says {}", q.candidate.name,
                               to_rfc3339(begin), to_rfc3339(q.now)),
                   "look at this machine's clock", "not_before"};
}

/// By what an authority gives once, a serial and a signature: a copy in which a bit was changed keeps the other.
bool is_same(const CurrentCertificate& current, const crypto::Certificate& candidate) {
    if (!current.certificate)
        return current.serial == candidate.serial() && current.topic == push_topic(candidate);
    const crypto::Certificate& c = *current.certificate;
    return c.signature() == candidate.signature() ||
           (c.serial() == candidate.serial() && c.issuer().der == candidate.issuer().der);
}

std::optional<Finding> judge_age(const RenewalQuestion& q) {
    if (!q.current || is_same(*q.current, q.candidate.certificate))
        return std::nullopt;
    const Time end = q.candidate.certificate.not_after();
    const Time begin = q.candidate.certificate.not_before();
    // Two that were issued in the same second end together, and either may be the later one.
    const bool began_earlier = q.current->not_before && begin < *q.current->not_before;
    if (end > q.current->not_after || (end == q.current->not_after && !began_earlier))
        return std::nullopt;
    return Finding{Severity::error, ErrorCode::older_than_current,
                   fmt::format("'{}', from {} to {}, is older than {}, which ends on {}", q.candidate.name,
                               to_rfc3339(begin), to_rfc3339(end), q.current->name, to_rfc3339(q.current->not_after)),
                   "this is an earlier download; take the newest from the portal", "not_after"};
}

std::optional<Finding> judge_sameness(const RenewalQuestion& q) {
    if (!q.current || !is_same(*q.current, q.candidate.certificate))
        return std::nullopt;
    const bool damaged = q.current->certificate && *q.current->certificate != q.candidate.certificate;
    return Finding{Severity::error, ErrorCode::same_certificate,
                   fmt::format("'{}' is {} once more (serial {}){}", q.candidate.name, q.current->name,
                               q.candidate.certificate.serial(), damaged ? ", and one of the two was changed" : ""),
                   "download the renewed certificate from the portal: its serial is another one", "serial"};
}

std::optional<Finding> judge_world(const RenewalQuestion& q) {
    if (!is_sandbox(q.candidate.certificate) || q.rehearsal)
        return std::nullopt;
    return Finding{
        Severity::error, ErrorCode::sandbox_certificate,
        fmt::format("'{}' was made by the rehearsal's pretend portal, and this is no rehearsal", q.candidate.name),
        "APNs takes Apple's certificates alone: download it from https://identity.apple.com/pushcert", "extensions"};
}

/// What of a certificate's form is unlike Apple's; its dates and its world are judged above.
std::vector<Finding> remarks_on_form(const RenewalQuestion& q) {
    std::vector<Finding> remarks = push_certificate_findings(q.candidate.certificate, q.candidate.name, q.now);
    std::erase_if(remarks, [](const Finding& f) {
        return f.severity != Severity::warning || f.code == ErrorCode::expired || f.code == ErrorCode::not_yet_valid;
    });
    return remarks;
}

std::optional<Finding> remark_new_key(const RenewalQuestion& q) {
    if (q.keys || !q.current || !q.current->certificate ||
        q.candidate.certificate.public_key() == q.current->certificate->public_key())
        return std::nullopt;
    return Finding{Severity::info, ErrorCode::key_changed,
                   fmt::format("'{}' has another key than {}, as renewals usually have: {}", q.candidate.name,
                               q.current->name, q.candidate.certificate.public_key().sha256()),
                   "--key FILE or --csr FILE shows whether it is the key that you hold", "public key"};
}

}  // namespace

CurrentCertificate as_current(const PushCertificate& push, std::string name) {
    const crypto::Certificate& c = push.certificate;
    return {.name = std::move(name),
            .topic = push.topic,
            .not_after = c.not_after(),
            .not_before = c.not_before(),
            .serial = c.serial(),
            .certificate = c};
}

std::vector<Finding> renewal_findings(const RenewalQuestion& question) {
    std::vector<Finding> findings;
    // The order is the contract's: the first error names the refusal.
    for (const auto judge : {judge_kind, judge_tenant, judge_topic, judge_key, judge_account, judge_end, judge_begin,
                             judge_age, judge_sameness, judge_world, remark_new_key})
        if (auto finding = judge(question))
            findings.push_back(std::move(*finding));
    for (Finding& remark : remarks_on_form(question))
        findings.push_back(std::move(remark));
    return findings;
}

}  // namespace mdm::apns
