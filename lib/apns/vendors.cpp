// SPDX-License-Identifier: Apache-2.0
#include "apns/vendors.hpp"

#include "apns/vendor_chain.hpp"
#include "store/inventory.hpp"
#include "store/private_keys.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apns {
namespace {

constexpr std::string_view vendor_key_kind = "vendor-key";

std::string policy_of(store::Transaction& transaction, const std::optional<store::Tenant>& tenant) {
    return tenant ? store::root_policy(transaction, tenant->id) : store::store_root_policy(transaction);
}

}  // namespace

std::vector<Finding> vendor_findings(const std::vector<crypto::Certificate>& chain, const crypto::PrivateKey& key,
                                     Time now) {
    std::vector<Finding> findings = chain_findings(chain, now);
    if (key.public_key() != chain.front().public_key())
        findings.insert(findings.begin(),
                        {Severity::error, ErrorCode::key_mismatch,
                         fmt::format("the vendor key is not the one of '{}', which has public key {}",
                                     chain.front().subject().to_string(), chain.front().public_key().sha256()),
                         "the key is the one that the vendor's own CSR was made with", "vendor key"});
    return findings;
}

VendorRow add_vendor(store::Change& change, const std::optional<store::Tenant>& tenant,
                     const std::vector<crypto::Certificate>& chain, const crypto::PrivateKey& key) {
    store::Transaction& transaction = change.transaction();
    const std::string policy = policy_of(transaction, tenant);
    for (VendorRow& there : vendors(transaction, policy))
        if (there.chain.front() == chain.front())
            return std::move(there);
    const std::string tenant_id = tenant ? tenant->id : "";
    VendorRow vendor{
        .policy = policy, .chain = chain, .key_secret = change.keep_secret(tenant_id, vendor_key_kind, key.to_pem())};
    insert(transaction, vendor, change.now());
    note_in_inventory(transaction, vendor, tenant_id, change.now());
    return vendor;
}

std::vector<crypto::Certificate> ending_certificates(const VendorRow& vendor) {
    std::vector<crypto::Certificate> all = vendor.chain;
    std::erase_if(all, [](const crypto::Certificate& one) { return one.is_self_issued(); });
    return all;
}

void note_in_inventory(store::Transaction& transaction, const VendorRow& vendor, const std::string& tenant_id,
                       Time now) {
    for (const crypto::Certificate& one : ending_certificates(vendor))
        store::put_in_inventory(transaction,
                                {.tenant = tenant_id,
                                 .policy = vendor.policy,
                                 .service = std::string(vendor_service),
                                 .name = one.serial(),
                                 .not_after = one.not_after(),
                                 .state = "valid",
                                 .next_command = "mdmctl apns vendor add --vendor-cert FILE --vendor-key FILE"},
                                now);
}

std::vector<VendorRow> vendors_of(store::Transaction& transaction, const std::optional<store::Tenant>& tenant) {
    std::vector<VendorRow> all;
    if (tenant)
        all = vendors(transaction, policy_of(transaction, tenant));
    for (VendorRow& shared : vendors(transaction, policy_of(transaction, std::nullopt)))
        all.push_back(std::move(shared));
    return all;
}

std::optional<VendorRow> vendor_in_force(store::Transaction& transaction, const std::optional<store::Tenant>& tenant,
                                         Time now) {
    std::vector<VendorRow> all = vendors_of(transaction, tenant);
    if (all.empty())
        return std::nullopt;
    const auto sound = std::find_if(all.begin(), all.end(),
                                    [&](const VendorRow& v) { return !first_error(chain_findings(v.chain, now)); });
    return std::move(sound == all.end() ? all.front() : *sound);
}

StoredVendor vendor_to_sign_with(store::Transaction& transaction, const store::StoreKey& key,
                                 const std::optional<store::Tenant>& tenant, Time now) {
    const auto chosen = vendor_in_force(transaction, tenant, now);
    if (!chosen)
        throw Error{ErrorCode::no_vendor_certificate, "the store keeps no vendor certificate to sign with",
                    "--vendor-cert FILE --vendor-key FILE name one, mdmctl apns vendor add keeps it; without one of "
                    "your own, an MDM vendor signs for you"};
    return {chosen->chain, store::open_private_key(transaction, key, chosen->key_secret, chosen->chain.front())};
}

}  // namespace mdm::apns
