// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/files.hpp"
#include "base/time.hpp"
#include "crypto/certificate.hpp"
#include "crypto/certificate_request.hpp"
#include "sandbox/authority.hpp"
#include "sandbox/portal_state.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

/// Pretend Apple's two portals, as strict as the real ones: the developer portal, where a vendor gets its MDM CSR
/// signing certificate, and the push certificates portal, where a customer creates and renews push certificates.
namespace mdm::sandbox {

/// A row as the portal's list shows it.
struct ListedCertificate {
    std::string topic;
    std::string apple_account;
    std::string notes;
    crypto::Certificate certificate;
};

/// Where a download goes. Like a browser, the portal never writes over a file: the certificate in use may be in it.
struct Download {
    std::string path;
    std::string there;  ///< what the file holds already; empty: there is none
};

/// What is uploaded, by whom, and where the answer goes.
struct Upload {
    const FileContent& request;
    std::string apple_account;
    std::string notes{};
    Download download{};
};

/// Whether a visit may change the portal, or only looks: lists, and judges what it would do.
enum class Visit { change, look };

/// The portals of one rehearsal, in one folder. A visit that changes holds its lock (throws locked) and makes the
/// folder and the authorities the first time; one that looks writes nothing. A certificate that was issued and not
/// downloaded (the run was killed in between) is given out again, for a day, to whoever uploads the same request for
/// the same thing, so that a repeated command finishes what the first began.
class Portal {
public:
    Portal(std::string folder, Time now, Visit visit);
    ~Portal();

    /// A new row with a topic of its own; nullopt when this visit only looks.
    /// throws  what apns::push_certificate_request_findings says, untrusted_vendor, not_a_push_certificate_request,
    ///         output_exists; bad_name: of the account or the notes
    std::optional<crypto::Certificate> create(const Upload& upload);
    /// A new certificate for the row of `topic`; without one, for the only row that the account has. nullopt as above.
    /// throws  as create; no_such_certificate (the account sees no such row), certificate_ambiguous,
    ///         renewal_window_over
    std::optional<crypto::Certificate> renew(const Upload& upload, const std::optional<std::string>& topic);
    /// A certificate for a vendor's CSR, valid for a year; nullopt as above.
    /// throws  what apns::csr_findings says, output_exists
    std::optional<crypto::Certificate> vendor_certificate(const crypto::CertificateRequest& csr,
                                                          const std::string& csr_name, const Download& download);
    /// What stands above a vendor's certificate: intermediate and root.
    std::vector<crypto::Certificate> vendor_issuers();

    /// Remembers that a certificate reached its file.
    void mark_downloaded(std::string_view certificate_pem);

    /// The rows that an account sees; without one, all. The current certificate of each.
    std::vector<ListedCertificate> list(const std::optional<std::string>& apple_account) const;

private:
    const Authorities& apple();
    /// The CSR of an upload that the portal takes.
    crypto::CertificateRequest accept(const Upload& upload);
    PortalRow& row_to_renew(const Upload& upload, const std::optional<std::string>& topic);
    std::optional<crypto::Certificate> issue(PortalRow& row, const crypto::CertificateRequest& csr,
                                             const Download& download);
    void save() const;

    std::string folder_;
    Time now_;
    Visit visit_;
    std::unique_ptr<FileLock> lock_;
    std::optional<Authorities> apple_;
    PortalState state_;
};

}  // namespace mdm::sandbox
