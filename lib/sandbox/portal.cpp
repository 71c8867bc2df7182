// SPDX-License-Identifier: Apache-2.0
#include "sandbox/portal.hpp"

#include "apns/csr.hpp"
#include "apns/mishap.hpp"
#include "apns/push_certificate.hpp"
#include "apns/push_certificate_request.hpp"
#include "base/error.hpp"
#include "base/given_name.hpp"
#include "base/text.hpp"
#include "crypto/contents.hpp"
#include "crypto/digest.hpp"
#include "crypto/random.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::sandbox {
namespace {

using crypto::Certificate;

/// By custom: nothing of Apple's says how long Renew is offered after the end.
constexpr std::chrono::days renewal_window{30};
/// For so long a command that was killed can be repeated.
constexpr std::chrono::days repeating{1};
constexpr std::string_view external_topic = "com.apple.mgmt.External.";

std::string topic_of(const PortalRow& row) { return fmt::format("{}{}", external_topic, row.uuid); }

Certificate certificate_of(const Issued& issued) {
    std::optional<crypto::Contents> contents;
    std::string why;
    try {
        contents = crypto::read_contents(issued.certificate_pem, "portal.json", [] { return std::optional<Secret>{}; });
    } catch (const Error& e) {
        why = fmt::format(": {}", e.message());
    }
    if (!contents || contents->certificates.size() != 1)
        throw Error{ErrorCode::damaged_state,
                    fmt::format("the pretend portal's memory holds a damaged certificate{}", why),
                    "remove its folder to begin with a new pretend portal"};
    return contents->certificates.front();
}

std::string listed(const std::vector<const PortalRow*>& rows) {
    std::vector<std::string> topics;
    for (const PortalRow* row : rows)
        topics.push_back(topic_of(*row));
    return joined(topics, ", ");
}

/// A certificate was issued for this CSR before, and is in the file, or was on its way to it when the run ended. Nobody
/// wants to be given, a rehearsal's year later, what did not arrive then.
bool is_repeated(const Issued& issued, const std::string& csr_sha256, const Download& download, Time now) {
    if (issued.request_sha256 != csr_sha256)
        return false;
    if (issued.downloaded)
        return issued.certificate_pem == download.there;
    const Time begin = certificate_of(issued).not_before();
    return now >= begin && now - begin <= repeating;
}

void refuse_to_replace(const Download& download) {
    if (!download.there.empty())
        throw Error{ErrorCode::output_exists,
                    fmt::format("'{}' exists, and a download does not replace it", download.path),
                    "name a new file: the certificate that is in use is worth keeping"};
}

Error no_such_row(const Upload& upload, std::string_view topic) {
    return {ErrorCode::no_such_certificate,
            fmt::format("signed in as '{}', the portal shows no certificate with the topic {}", upload.apple_account,
                        topic),
            "a certificate is renewed with the Apple Account that created it; mdmctl sandbox portal push-certificate "
            "list shows the rows"};
}

}  // namespace

Portal::Portal(std::string folder, Time now, Visit visit) : folder_(std::move(folder)), now_(now), visit_(visit) {
    if (visit_ == Visit::change) {
        make_private_folder(folder_);
        lock_ = std::make_unique<FileLock>(folder_ + "/lock");
    }
    state_ = load_portal_state(folder_ + "/portal.json");
}

Portal::~Portal() = default;

const Authorities& Portal::apple() {
    if (!apple_)
        apple_ = visit_ == Visit::change ? load_or_make_authorities(folder_, now_) : load_authorities(folder_, now_);
    return *apple_;
}

void Portal::save() const { save_portal_state(folder_ + "/portal.json", state_); }

crypto::CertificateRequest Portal::accept(const Upload& upload) {
    judge_given_name(upload.apple_account, "the Apple Account");
    if (!upload.notes.empty())
        judge_given_name(upload.notes, "the text of Notes");
    const auto& name = upload.request.name;
    const auto request = apns::read_push_certificate_request(upload.request.bytes.reveal(), name);
    if (!request) {
        if (auto mishap = apns::find_mishap(upload.request.bytes.reveal(), name))
            throw Error{ErrorCode::not_a_push_certificate_request, std::move(mishap->message), std::move(mishap->hint)};
        throw Error{ErrorCode::not_a_push_certificate_request,
                    fmt::format("'{}' is no push certificate request, and the portal takes nothing else", name),
                    "the vendor makes it of your CSR: mdmctl apns sign"};
    }
    auto findings = apns::push_certificate_request_findings(*request, name, now_);
    const bool trusted = !request->chain.empty() && request->chain.back() == apple().root.certificate;
    if (!trusted && !first_error(findings))
        findings.push_back({Severity::error, ErrorCode::untrusted_vendor,
                            fmt::format("the vendor who signed '{}' is not known to the pretend portal", name),
                            "mdmctl sandbox portal vendor-certificate create makes a vendor for this rehearsal; a "
                            "genuine request goes to https://identity.apple.com/pushcert",
                            "PushCertCertificateChain"});
    if (first_error(findings))
        throw Error::from_findings(std::move(findings));
    return *request->csr;
}

std::optional<Certificate> Portal::issue(PortalRow& row, const crypto::CertificateRequest& csr,
                                         const Download& download) {
    refuse_to_replace(download);
    if (visit_ == Visit::look)
        return std::nullopt;
    Certificate issued = issue_push_certificate(apple(), csr.public_key(), row.uuid, now_);
    row.certificates.push_back({issued.to_pem(), crypto::sha256_hex(csr.der()), false});
    save();
    return issued;
}

std::optional<Certificate> Portal::create(const Upload& upload) {
    const auto csr = accept(upload);
    const auto csr_sha256 = crypto::sha256_hex(csr.der());
    for (const PortalRow& row : state_.rows)
        if (row.certificates.size() == 1 && row.apple_account == upload.apple_account &&
            is_repeated(row.certificates.front(), csr_sha256, upload.download, now_))
            return certificate_of(row.certificates.front());
    state_.rows.push_back({crypto::random_uuid(), upload.apple_account, upload.notes, {}});
    return issue(state_.rows.back(), csr, upload.download);
}

PortalRow& Portal::row_to_renew(const Upload& upload, const std::optional<std::string>& topic) {
    std::vector<PortalRow*> seen;
    for (PortalRow& row : state_.rows)
        if (row.apple_account == upload.apple_account && (!topic || topic_of(row) == *topic))
            seen.push_back(&row);
    if (seen.empty())
        throw no_such_row(upload, topic ? *topic : "(any)");
    if (seen.size() > 1)
        throw Error{ErrorCode::certificate_ambiguous,
                    fmt::format("'{}' has {} certificates at the portal: {}", upload.apple_account, seen.size(),
                                listed({seen.begin(), seen.end()})),
                    "--topic TOPIC or --certificate FILE says beside which one Renew is pressed"};
    return *seen.front();
}

std::optional<Certificate> Portal::renew(const Upload& upload, const std::optional<std::string>& topic) {
    const auto csr = accept(upload);
    PortalRow& row = row_to_renew(upload, topic);
    const Issued& last = row.certificates.back();
    if (row.certificates.size() > 1 && is_repeated(last, crypto::sha256_hex(csr.der()), upload.download, now_))
        return certificate_of(last);
    const auto current = certificate_of(last);
    if (now_ > current.not_after() + renewal_window)
        throw Error{ErrorCode::renewal_window_over,
                    fmt::format("the certificate with the topic {} ended on {}; Renew is gone {} later", topic_of(row),
                                to_rfc3339(current.not_after()), counted(renewal_window.count(), "day")),
                    "a new certificate has a new topic: every device has to enroll again"};
    return issue(row, csr, upload.download);
}

std::optional<Certificate> Portal::vendor_certificate(const crypto::CertificateRequest& csr,
                                                      const std::string& csr_name, const Download& download) {
    if (auto findings = apns::csr_findings(csr, csr_name); first_error(findings))
        throw Error::from_findings(std::move(findings));
    const auto csr_sha256 = crypto::sha256_hex(csr.der());
    for (const Issued& vendor : state_.vendors)
        if (is_repeated(vendor, csr_sha256, download, now_))
            return certificate_of(vendor);
    refuse_to_replace(download);
    if (visit_ == Visit::look)
        return std::nullopt;
    const auto common_name = csr.subject().first(crypto::oid::common_name);
    Certificate issued = issue_vendor_certificate(apple(), csr.public_key(), common_name.value_or("Vendor"), now_);
    state_.vendors.push_back({issued.to_pem(), csr_sha256, false});
    save();
    return issued;
}

std::vector<Certificate> Portal::vendor_issuers() {
    return {apple().developer_relations.certificate, apple().root.certificate};
}

void Portal::mark_downloaded(std::string_view certificate_pem) {
    const auto mark = [&](Issued& i) { i.downloaded = i.downloaded || i.certificate_pem == certificate_pem; };
    std::for_each(state_.vendors.begin(), state_.vendors.end(), mark);
    for (PortalRow& row : state_.rows)
        std::for_each(row.certificates.begin(), row.certificates.end(), mark);
    save();
}

std::vector<ListedCertificate> Portal::list(const std::optional<std::string>& apple_account) const {
    std::vector<ListedCertificate> rows;
    for (const PortalRow& row : state_.rows)
        if (!apple_account || row.apple_account == *apple_account)
            rows.push_back({topic_of(row), row.apple_account, row.notes, certificate_of(row.certificates.back())});
    return rows;
}

}  // namespace mdm::sandbox
