// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "crypto/certificate.hpp"
#include "crypto/certificate_request.hpp"
#include "store/tenant_page.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The rows of schema.cpp as values, and the SQL that reads and writes them. What may be written when is judged
/// elsewhere.
namespace mdm::apns {

enum class AccountKind { managed, shared, personal, unknown };
std::string_view name(AccountKind kind);

/// One certificate that is or was current. Of one that was recorded from its data alone there is no `pem`.
struct Version {
    std::string id{};
    std::string topic{};
    std::optional<std::string> serial{};
    std::optional<Time> not_before{};
    Time not_after{};
    std::optional<std::string> public_key_sha256{};
    std::optional<std::string> pem{};
    std::optional<std::string> key_secret{};  ///< nullopt: another server holds the key
    Time imported_at{};

    std::optional<crypto::Certificate> certificate() const;
    bool is_held() const noexcept { return key_secret.has_value(); }
};

Version version_of(const crypto::Certificate& certificate);

/// What a tenant calls its push certificate, through all renewals.
struct HeldCertificate {
    std::string id{};
    std::string tenant{};  ///< the tenant's id
    std::string name{};
    std::vector<std::string> policies{};  ///< that it is assigned to, by id; those below them may get it as well
    std::string apple_account{};
    AccountKind account_kind = AccountKind::unknown;
    std::string note{};
    std::optional<std::int64_t> devices{};  ///< that a person told of
    std::optional<Time> devices_at{};
    Version current{};
    Time created_at{};
    std::optional<Time> removed_at{};

    bool is_assigned_to(std::string_view policy) const;
};

/// All of a tenant, removed ones included, by name.
std::vector<HeldCertificate> held_certificates(store::Transaction& transaction, std::string_view tenant);
/// The same of a page of tenants, by the tenants' names.
std::vector<HeldCertificate> held_certificates(store::Transaction& transaction, const store::TenantPage& page);
/// Writes the row, its first version and its first change.
void insert(store::Transaction& transaction, HeldCertificate& held, std::string_view event, std::string_view actor,
            Time now);
/// Writes what of the row may change: name, account, note, devices, removed_at.
void update(store::Transaction& transaction, const HeldCertificate& held);

/// Says which certificate the devices of a policy get; nullopt: what those of the policy above get.
void assign(store::Transaction& transaction, std::string_view policy, const std::optional<std::string>& certificate);

std::vector<Version> versions(store::Transaction& transaction, std::string_view certificate);
void insert(store::Transaction& transaction, std::string_view certificate, Version& version, Time now);
/// Moves `current`. throws  changed_meanwhile: it is no longer at `from`
void make_current(store::Transaction& transaction, HeldCertificate& held, const Version& to, std::string_view event,
                  std::string_view actor, Time now);

/// One line of a certificate's history.
struct Change {
    Time at;
    std::string event;  ///< import, track, renew, replace, rollback, remove, restore
    std::string actor;
    Version version;
};
std::vector<Change> changes(store::Transaction& transaction, std::string_view certificate);
void add_change(store::Transaction& transaction, const HeldCertificate& held, std::string_view event,
                std::string_view actor, Time now);

/// Where else a topic, key or serial is: the name of the tenant, and what it shares with the certificate.
struct Elsewhere {
    std::string tenant;
    std::string what;  ///< "topic", "public key", "serial"
};
std::optional<Elsewhere> found_elsewhere(store::Transaction& transaction, std::string_view tenant,
                                         const Version& version);

/// A CSR that is on its way, or was.
struct Request {
    std::string id{};
    std::string tenant{};
    std::string name{};  ///< of the certificate that it is for
    crypto::CertificateRequest csr;
    std::optional<std::string> key_secret{};  ///< nullopt: a vendor made it, and its key is elsewhere
    std::string actor{};
    Time created_at{};
    std::optional<Time> closed_at{};
};
/// Newest first. with_closed   those too that were used or dropped
std::vector<Request> requests(store::Transaction& transaction, std::string_view tenant, bool with_closed = false);
void insert(store::Transaction& transaction, Request& request, Time now);
/// outcome   "used", "dropped"
void close_request(store::Transaction& transaction, std::string_view id, std::string_view outcome, Time now);
/// Before its key is destroyed.
void forget_key(store::Transaction& transaction, std::string_view request);

/// An MDM CSR signing certificate with the chain above it.
struct VendorRow {
    std::string id{};
    std::string policy{};
    std::vector<crypto::Certificate> chain{};  ///< leaf first
    std::string key_secret{};
    Time added_at{};
};
/// Of a policy, what ends last first. throws  store_damaged: a chain without its certificate
std::vector<VendorRow> vendors(store::Transaction& transaction, std::string_view policy);
void insert(store::Transaction& transaction, VendorRow& vendor, Time now);

}  // namespace mdm::apns
