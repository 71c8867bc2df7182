// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/records.hpp"
#include "base/error.hpp"
#include "crypto/private_key.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// MDM CSR signing certificates that the store keeps: the default of `apns sign`.
namespace mdm::apns {

/// What stands against keeping a vendor certificate: chain_findings(), and key_mismatch.
std::vector<Finding> vendor_findings(const std::vector<crypto::Certificate>& chain, const crypto::PrivateKey& key,
                                     Time now);

/// Keeps it for a tenant, or for all; nothing is replaced. Gives what is there already when it is the same one.
/// tenant   nullopt: for all, at the store's root policy
VendorRow add_vendor(store::Change& change, const std::optional<store::Tenant>& tenant,
                     const std::vector<crypto::Certificate>& chain, const crypto::PrivateKey& key);

inline constexpr std::string_view vendor_service = "apns-vendor";
/// Those of its chain that somebody can renew: all but Apple's root.
std::vector<crypto::Certificate> ending_certificates(const VendorRow& vendor);
/// Writes its lines of the inventory: one for the vendor certificate and one for each intermediate, by their serials.
/// tenant_id   empty: it is for all
void note_in_inventory(store::Transaction& transaction, const VendorRow& vendor, const std::string& tenant_id,
                       Time now);

/// Those that a tenant signs with: its own first, then those of all.
std::vector<VendorRow> vendors_of(store::Transaction& transaction, const std::optional<store::Tenant>& tenant);

/// The one that a tenant signs with: the first against which nothing stands at the time, else the first; nullopt: there
/// is none.
std::optional<VendorRow> vendor_in_force(store::Transaction& transaction, const std::optional<store::Tenant>& tenant,
                                         Time now);

/// The one to sign with, and its key. throws  no_vendor_certificate
struct StoredVendor {
    std::vector<crypto::Certificate> chain;
    crypto::PrivateKey key;
};
StoredVendor vendor_to_sign_with(store::Transaction& transaction, const store::StoreKey& key,
                                 const std::optional<store::Tenant>& tenant, Time now);

}  // namespace mdm::apns
