// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/records.hpp"
#include "apns/renewal.hpp"
#include "crypto/private_key.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The push certificates that the store holds: which one is meant, and whether a file may become its current one.
namespace mdm::apns {

inline constexpr std::string_view usual_name = "default";
/// What a push certificate's key is called where secrets are kept.
inline constexpr std::string_view private_key_kind = "private-key";

/// valid, expiring (from its policy's first reminder day on), expired, removed.
/// tree   of its tenant
std::string_view state_of(const store::PolicyTree& tree, const HeldCertificate& held, Time now);
/// The same of what is known of it. first_day   before the end, on which anybody is reminded
std::string_view state_at(Time not_after, bool removed, std::int64_t first_day, Time now);

/// By custom the portal still renews a certificate for 30 days after its end.
Time renewable_until(const Version& version);

/// For messages: "the push certificate of 'acme'", with its name where that is not the usual one.
std::string called(const HeldCertificate& held, const store::Tenant& tenant);

/// What a command on one certificate is about.
/// name     empty: the root policy's, else the only one
/// removed  included: one that was removed counts
/// throws   no_such_certificate, certificate_ambiguous
HeldCertificate certificate_meant(store::Transaction& transaction, const store::Tenant& tenant, std::string_view name,
                                  store::Removed removed = store::Removed::left_out);
/// The same; nullopt where there is none.
std::optional<HeldCertificate> find_certificate(store::Transaction& transaction, const store::Tenant& tenant,
                                                std::string_view name,
                                                store::Removed removed = store::Removed::left_out);

/// A downloaded certificate with what came along.
struct Download {
    crypto::Certificate certificate;
    std::string file;                        ///< for messages
    std::vector<crypto::PrivateKey> keys{};  ///< that were in the file, or named beside it
    std::string apple_account{};             ///< empty: nobody said
    std::string replaced_topic{};            ///< --allow-replacement
};

/// A key that a certificate may belong to, and where it is.
struct KnownKey {
    crypto::PublicKey key;
    std::optional<std::string> secret{};   ///< in the store
    std::optional<std::string> request{};  ///< that it was made or registered with
    std::optional<std::size_t> brought{};  ///< among the keys of the download
};

struct Judgement {
    std::vector<Finding> findings;  ///< renewal_findings(), and remarks
    std::optional<KnownKey> key;    ///< of the certificate; nullopt: it is with another server
};

/// Judges a download against the tenant's current certificate, or as its first one.
/// current   nullopt: there is none
/// tracked   another server holds the key
Judgement judge(store::Transaction& transaction, const store::Tenant& tenant,
                const std::optional<HeldCertificate>& current, const Download& download, bool tracked, Time now);

/// Says that a topic, key or serial is another tenant's, and whose.
std::optional<Finding> other_tenant_finding(store::Transaction& transaction, const store::Tenant& tenant,
                                            const Version& version, std::string_view file);

/// The current one, as the rule of renewal wants it.
CurrentCertificate as_current(const HeldCertificate& held, const store::Tenant& tenant);

/// Writes the line of the inventory, or takes it away from there when the certificate was removed.
void note_in_inventory(store::Transaction& transaction, const HeldCertificate& held, const store::Tenant& tenant,
                       Time now);

/// Gives it another name, here and in the inventory; update() writes its row. throws  certificate_exists: the tenant
/// has one of that name, current or removed
void rename(store::Transaction& transaction, const store::Tenant& tenant, HeldCertificate& held,
            const std::string& new_name);

/// Where the key of a certificate is kept from now on: where it is, or in a new secret when it was brought along. The
/// request that it was staged with is used up.
std::optional<std::string> settle_key(store::Change& change, const store::Tenant& tenant, const Judgement& judgement,
                                      const Download& download);

}  // namespace mdm::apns
