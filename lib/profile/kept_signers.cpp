// SPDX-License-Identifier: Apache-2.0
#include "profile/kept_signers.hpp"

#include "base/text.hpp"
#include "crypto/contents.hpp"
#include "crypto/random.hpp"
#include "store/inventory.hpp"
#include "store/private_keys.hpp"
#include "store/row.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace mdm::profile {
namespace {

using store::Row;
using store::Transaction;

constexpr std::string_view key_kind = "profile-signer-key";

std::string policy_of(Transaction& transaction, const std::optional<store::Tenant>& tenant) {
    return tenant ? store::root_policy(transaction, tenant->id) : store::store_root_policy(transaction);
}

KeptSigner signer_in(const Row& row) {
    auto contents = crypto::read_contents(row.text("chain"), "the store", [] { return std::optional<Secret>{}; });
    if (!contents || contents->certificates.empty() || contents->certificates.front().sha256() != row.text("sha256") ||
        contents->certificates.front().not_after() != row.time("not_after"))
        throw Error{ErrorCode::store_damaged,
                    fmt::format("the chain of the signer {} is another than is said beside it", row.text("sha256"))};
    return {.id = row.text("id"),
            .policy = row.text("policy"),
            .chain = std::move(contents->certificates),
            .key_secret = row.text("key_secret"),
            .added_at = row.time("added_at")};
}

constexpr std::string_view columns =
    "select id, policy, sha256, not_after, chain, key_secret, added_at "
    "from profile_signers ";

std::vector<KeptSigner> signers_at(Transaction& transaction, std::string_view policy) {
    std::vector<KeptSigner> all;
    for (const Row& row : transaction.rows(
             fmt::format("{} where policy = :policy order by not_after desc, id", columns), {{"policy", policy}}))
        all.push_back(signer_in(row));
    return all;
}

/// "Example Signer, 7CE8...": what reminders and lists call it.
std::string inventory_name(const crypto::Certificate& leaf) {
    const auto common_name = leaf.subject().first(crypto::oid::common_name);
    return common_name ? fmt::format("{}, {}", *common_name, leaf.serial()) : leaf.serial();
}

void note_in_inventory(Transaction& transaction, const KeptSigner& kept, const std::string& tenant_id, Time now) {
    store::put_in_inventory(transaction,
                            {.tenant = tenant_id,
                             .policy = kept.policy,
                             .service = std::string(signer_service),
                             .name = inventory_name(kept.chain.front()),
                             .not_after = kept.chain.front().not_after(),
                             .state = "valid",
                             .next_command = "mdmctl profile sign FILE --cert FILE --key FILE --keep --out FILE"},
                            now);
}

std::string listed(const std::vector<KeptSigner>& all) {
    std::vector<std::string> lines;
    for (const KeptSigner& one : all)
        lines.push_back(fmt::format("{} ('{}', until {})", one.chain.front().sha256(),
                                    one.chain.front().subject().to_string(),
                                    to_rfc3339(one.chain.front().not_after())));
    return joined(lines, ", ");
}

}  // namespace

KeptSigner keep_signer(store::Change& change, const std::optional<store::Tenant>& tenant, const Signer& signer) {
    Transaction& transaction = change.transaction();
    KeptSigner kept{.id = crypto::random_uuid(),
                    .policy = policy_of(transaction, tenant),
                    .chain = signer.chain,
                    .added_at = change.now()};
    for (KeptSigner& there : signers_at(transaction, kept.policy))
        if (there.chain.front() == signer.chain.front())
            return std::move(there);
    const std::string tenant_id = tenant ? tenant->id : "";
    kept.key_secret = change.keep_secret(tenant_id, key_kind, signer.key.to_pem());
    transaction.run(
        "insert into profile_signers (id, policy, sha256, not_after, chain, key_secret, added_at) "
        "values (:id, :policy, :sha256, :not_after, :chain, :key_secret, :now)",
        {{"id", kept.id},
         {"policy", kept.policy},
         {"sha256", kept.chain.front().sha256()},
         {"not_after", kept.chain.front().not_after()},
         {"chain", crypto::to_pem(kept.chain)},
         {"key_secret", kept.key_secret},
         {"now", kept.added_at}});
    note_in_inventory(transaction, kept, tenant_id, change.now());
    return kept;
}

std::vector<KeptSigner> signers_of(Transaction& transaction, const std::optional<store::Tenant>& tenant) {
    std::vector<KeptSigner> all;
    if (tenant)
        all = signers_at(transaction, policy_of(transaction, tenant));
    for (KeptSigner& shared : signers_at(transaction, policy_of(transaction, std::nullopt)))
        all.push_back(std::move(shared));
    return all;
}

std::vector<OwnedSigner> signers_of(Transaction& transaction, const store::TenantPage& page) {
    std::vector<OwnedSigner> all;
    for (const Row& row : transaction.rows(
             "select s.id, s.policy, s.sha256, s.not_after, s.chain, s.key_secret, s.added_at, t.id as tenant "
             "from tenants t join policies p on p.tenant = t.id join profile_signers s on s.policy = p.id "
             "where t.name between :first and :last order by t.name, s.policy, s.not_after desc, s.id",
             page.bounds()))
        all.push_back({row.text("tenant"), signer_in(row)});
    return all;
}

std::string signer_name(const crypto::Certificate& leaf) { return fmt::format("signer {}", leaf.serial()); }

KeptSigner signer_meant(const std::vector<KeptSigner>& kept, const std::optional<Fingerprint>& wanted) {
    std::vector<KeptSigner> found = kept;
    if (wanted)
        std::erase_if(found, [&](const KeptSigner& one) { return !wanted->fits(one.chain.front()); });
    if (found.empty())
        throw Error{ErrorCode::no_such_signer,
                    wanted ? fmt::format("the store keeps no signer with the fingerprint {}", wanted->digits())
                           : "the store keeps no signer",
                    kept.empty() ? "mdmctl profile sign FILE --cert FILE --key FILE --keep --out FILE keeps one"
                                 : "there are " + listed(kept)};
    if (found.size() > 1)
        throw Error{ErrorCode::signer_ambiguous, fmt::format("the store keeps {} such signers", found.size()),
                    "--signer FINGERPRINT names one: " + listed(found)};
    return found.front();
}

Signer open_signer(Transaction& transaction, const store::StoreKey& key, const KeptSigner& kept) {
    return {kept.chain, store::open_private_key(transaction, key, kept.key_secret, kept.chain.front())};
}

void remove_signer(store::Change& change, const KeptSigner& kept) {
    Transaction& transaction = change.transaction();
    const auto tenant = transaction.row("select tenant from policies where id = :id", {{"id", kept.policy}});
    transaction.run("delete from profile_signers where id = :id", {{"id", kept.id}});
    store::destroy_secret(transaction, kept.key_secret);
    store::take_from_inventory(transaction, tenant ? tenant->value("tenant").value_or("") : "", signer_service,
                               inventory_name(kept.chain.front()));
}

std::optional<SignerOwner> owner_of_signer(Transaction& transaction, std::string_view public_key_sha256,
                                           std::string_view sha256) {
    std::string policy;
    for (const Row& row : transaction.rows(
             "select s.id, s.policy, s.sha256, s.not_after, s.chain, s.key_secret, s.added_at, t.name as tenant "
             "from profile_signers s join policies p on p.id = s.policy left join tenants t on t.id = p.tenant "
             "order by s.policy, s.not_after desc, s.id")) {
        const bool last = std::exchange(policy, row.text("policy")) != row.text("policy");
        const KeptSigner kept = signer_in(row);
        const crypto::Certificate& leaf = kept.chain.front();
        if (leaf.public_key().sha256() == public_key_sha256 && (sha256.empty() || leaf.sha256() == sha256))
            return SignerOwner{row.value("tenant"), signer_name(leaf), last};
    }
    return std::nullopt;
}

std::vector<Finding> arrival_findings(Transaction& transaction, std::string_view tenant) {
    const store::PolicyTree tree(transaction, tenant);
    for (const store::Policy* policy : tree.own())
        signers_at(transaction, policy->id);
    return {};
}

void rewrite_inventory(Transaction& transaction, const store::Tenant& tenant, Time now) {
    std::vector<std::string> there;
    const store::PolicyTree tree(transaction, tenant.id);
    for (const store::Policy* policy : tree.own())
        for (const KeptSigner& kept : signers_at(transaction, policy->id)) {
            note_in_inventory(transaction, kept, tenant.id, now);
            there.push_back(inventory_name(kept.chain.front()));
        }
    for (const store::InventoryItem& item :
         store::inventory(transaction, {.tenant = tenant.id, .service = std::string(signer_service)}))
        if (std::find(there.begin(), there.end(), item.name) == there.end())
            store::take_from_inventory(transaction, tenant.id, signer_service, item.name);
}

}  // namespace mdm::profile
