// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "profile/fingerprint.hpp"
#include "profile/signer.hpp"
#include "store/store.hpp"
#include "store/tenant_page.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Those who sign, kept in the store: for one tenant, or for all at the store's root policy.
namespace mdm::profile {

struct KeptSigner {
    std::string id{};
    std::string policy{};
    std::vector<crypto::Certificate> chain{};  ///< leaf first
    std::string key_secret{};
    Time added_at{};
};

inline constexpr std::string_view signer_service = "profile";

/// Keeps a signer, and its end in the inventory; nothing is replaced. Gives what is there already when it is the same.
/// tenant   nullopt: for all
KeptSigner keep_signer(store::Change& change, const std::optional<store::Tenant>& tenant, const Signer& signer);

/// Those that a tenant signs with: its own first, then those of all; of each what ends last first. Without a tenant
/// those of all alone.
std::vector<KeptSigner> signers_of(store::Transaction& transaction, const std::optional<store::Tenant>& tenant);

/// A signer, and the tenant whose it is, by id; empty: all sign with it.
struct OwnedSigner {
    std::string tenant{};
    KeptSigner signer;
};
/// Those of the tenants of a page, by name, without those of all; of each policy what ends last first.
std::vector<OwnedSigner> signers_of(store::Transaction& transaction, const store::TenantPage& page);

/// What a signer is called: "signer" and the serial.
std::string signer_name(const crypto::Certificate& leaf);

/// The one with a fingerprint; without one the only one there is.
/// throws  no_such_signer, signer_ambiguous
KeptSigner signer_meant(const std::vector<KeptSigner>& kept, const std::optional<Fingerprint>& wanted);

/// With its key. throws  what open_private_key() throws
Signer open_signer(store::Transaction& transaction, const store::StoreKey& key, const KeptSigner& kept);

/// Destroys the key, and takes the signer from the inventory.
void remove_signer(store::Change& change, const KeptSigner& kept);

/// Whose a signer's certificate is.
struct SignerOwner {
    std::optional<std::string> tenant;  ///< by name; nullopt: all sign with it
    std::string name;
    bool is_current = true;  ///< of those of its policy it ends last
};
/// By public key, and by certificate where one is given.
/// sha256   of the certificate; empty: a key or CSR is asked about
std::optional<SignerOwner> owner_of_signer(store::Transaction& transaction, std::string_view public_key_sha256,
                                           std::string_view sha256);

/// Of a tenant that came from another store: store_damaged is thrown where a certificate is another than is said beside
/// it. And its lines of the inventory.
std::vector<Finding> arrival_findings(store::Transaction& transaction, std::string_view tenant);
void rewrite_inventory(store::Transaction& transaction, const store::Tenant& tenant, Time now);

}  // namespace mdm::profile
