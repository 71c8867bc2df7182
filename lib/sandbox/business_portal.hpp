// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/files.hpp"
#include "base/time.hpp"
#include "crypto/certificate.hpp"
#include "sandbox/business_state.hpp"
#include "sandbox/portal.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Pretend Apple Business Manager and Apple School Manager, as far as server tokens go: organisations, their device
/// management services, the certificate that each was given, and the tokens that were made of it.
namespace mdm::sandbox {

/// The certificate in a file that is uploaded for a device management service.
/// name    of the file, for messages
/// throws  not_recognized, not_a_certificate, several_certificates; private_key_uploaded;
///         key_not_rsa_2048: it is not RSA with 2048 bits or more; expired, not_yet_valid; malformed_pem
crypto::Certificate read_uploaded_certificate(const FileContent& file, Time now);

/// Who asks for a server token, for which service, and where it goes.
struct TokenRequest {
    std::string organization;
    std::optional<OrganizationType> type{};  ///< business, where the organisation is new and nothing is said
    std::string server;
    std::string apple_account;
    std::optional<crypto::Certificate> certificate{};  ///< uploaded first; without one that of the last time stays
    Download download{};
};

/// A token that the portal gives out.
struct TokenDownload {
    Organization organization;  ///< as it is now
    ManagementService service;
    bool is_repeated = false;  ///< it was made before, and did not arrive, or is in the file already
    bool ended_another = false;

    const PortalToken& token() const { return service.tokens.back(); }
};

/// A service as the portal's list shows it.
struct ListedServer {
    Organization organization;
    ManagementService service;
};

/// The portal of one rehearsal, in the folder of its other portals, whose lock it shares (throws locked). A visit that
/// looks writes nothing. A token that was made and not downloaded (the run was killed in between) is given out again,
/// for a day, to the same account with the same certificate: made anew, it would end itself.
class BusinessPortal {
public:
    BusinessPortal(std::string folder, Time now, Visit visit);
    ~BusinessPortal();

    /// Makes organisation and service the first time, and a token, which ends the one before; valid for a year. nullopt
    /// when this visit only looks.
    /// throws  output_exists; bad_usage: the organisation is of the other type, or there is no certificate yet;
    /// bad_name
    std::optional<TokenDownload> server_token(const TokenRequest& request);
    /// Remembers that a token reached its file.
    void mark_downloaded(const TokenDownload& download);

    /// throws  no_such_organization
    void set_terms(const std::string& organization, bool accepted);
    /// Ends the tokens that an account has downloaded. The services whose token it was.
    std::vector<ListedServer> change_password(const std::string& apple_account);
    /// One made anew under that name has another UUID and another consumer key.
    /// throws  no_such_organization, no_such_server
    ListedServer remove_server(const std::string& organization, const std::string& server);

    /// throws  no_such_organization, no_such_server
    ListedServer server(const std::string& organization, const std::string& server);
    /// Of one organisation, or all.
    std::vector<ListedServer> list(const std::optional<std::string>& organization) const;

private:
    Organization& organization_of(const TokenRequest& request);
    Organization& known_organization(const std::string& name);
    void make_token(ManagementService& service, const TokenRequest& request) const;
    void save() const;

    std::string folder_;
    Time now_;
    Visit visit_;
    std::unique_ptr<FileLock> lock_;
    BusinessState state_;
};

}  // namespace mdm::sandbox
