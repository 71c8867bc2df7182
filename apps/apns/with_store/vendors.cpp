// SPDX-License-Identifier: Apache-2.0
#include "apns/vendors.hpp"

#include "apns/credential_files.hpp"
#include "apns/vendor_chain.hpp"
#include "apns/with_store/commands.hpp"
#include "apns/with_store/holding_session.hpp"
#include "base/json_object.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

cli::Record vendor_record(store::Transaction& transaction, const apns::VendorRow& vendor, Time now) {
    const crypto::Certificate& leaf = vendor.chain.front();
    return {{"tenant", store::policy_tenant(transaction, vendor.policy)},
            {"policy", store::policy_name(transaction, vendor.policy)},
            {"subject", leaf.subject().to_string()},
            {"serial", leaf.serial()},
            {"not_before", leaf.not_before()},
            {"not_after", leaf.not_after()},
            {"days_left", days_between(now, leaf.not_after())},
            {"added_at", vendor.added_at}};
}

/// Whose own vendors come first.
std::optional<store::Tenant> tenant_of(store::Transaction& transaction, const cli::Settings& settings) {
    return settings.tenant.empty() ? std::nullopt : std::optional(store::tenant_meant(transaction, settings.tenant));
}

cli::Result add(cli::World& world, const VendorFiles& o) {
    const Vendor vendor = read_vendor(world, o);
    const Time now = world.clock.now();
    const auto findings = apns::vendor_findings(vendor.chain, vendor.key, now);
    if (first_error(findings) != nullptr)
        throw Error::from_findings(findings);
    store::Store store = access::open_store(world, {apns::room()});
    store::Change change = store.change(now);
    // A vendor signs for all, unless --tenant itself says otherwise: MDMCTL_TENANT is there for other commands.
    const auto tenant = world.settings.tenant_named ? tenant_of(change.transaction(), world.settings) : std::nullopt;
    const apns::VendorRow row = apns::add_vendor(change, tenant, vendor.chain, vendor.key);
    cli::Record record = vendor_record(change.transaction(), row, now);
    record.add({"findings", findings});
    if (world.settings.dry_run) {
        world.say("the vendor certificate can be kept; nothing was changed");
        return record;
    }
    change.record({.tenant_id = tenant ? tenant->id : "",
                   .tenant = tenant ? tenant->name : "",
                   .command = "apns vendor add",
                   .object = fmt::format("vendor certificate {}", vendor.chain.front().serial()),
                   .after = json_object({{"subject", vendor.chain.front().subject().to_string()},
                                         {"not_after", to_rfc3339(vendor.chain.front().not_after())}})});
    change.commit();
    world.say(fmt::format("keeps '{}' for {}", vendor.chain.front().subject().to_string(),
                          tenant ? fmt::format("'{}'", tenant->name) : "all tenants"));
    return record;
}

struct NoOptions {};

cli::Result list(cli::World& world, const NoOptions&) {
    store::Store store = access::open_store(world, {apns::room()});
    store::Transaction transaction = store.read();
    std::vector<cli::Record> rows;
    for (const apns::VendorRow& vendor : apns::vendors_of(transaction, tenant_of(transaction, world.settings)))
        rows.push_back(vendor_record(transaction, vendor, world.clock.now()));
    return cli::Rows::of("certificates", {"tenant", "not_after", "days_left", "serial", "subject"}, std::move(rows));
}

}  // namespace

Vendor vendor_from_store(cli::World& world) {
    try {
        store::Store store = access::open_store(world, {apns::room()});
        const store::StoreKey& key = store.key();
        store::Transaction transaction = store.read();
        auto stored =
            apns::vendor_to_sign_with(transaction, key, tenant_of(transaction, world.settings), world.clock.now());
        return {std::move(stored.key), std::move(stored.chain)};
    } catch (const Error& e) {
        if (e.code() != ErrorCode::no_store)
            throw;
        throw Error{ErrorCode::no_vendor_certificate, "there is no vendor certificate to sign with, and no store",
                    "--vendor-cert FILE --vendor-key FILE name it; without one of your own, an MDM vendor signs for "
                    "you"};
    }
}

cli::Command vendor_add_command() {
    return cli::command<VendorFiles>({
        .name = "vendor add",
        .summary = "Keep an MDM CSR signing certificate, for apns sign",
        .details =
            "For who is an MDM vendor: seals the key, keeps the certificate with its chain, and watches its end. It "
            "signs for all tenants, or with --tenant for that one. Several may be kept: sign takes one that is valid "
            "and ends last. The same one twice is kept once.\n\n"
            "What the portal would refuse is refused here: an expired certificate, a chain that does not reach its "
            "root, a key that is another one's.",
        .effect = cli::Effect::changes,
        .options = [](cli::Parser& p, VendorFiles& o) { declare_vendor_files(p, o, true); },
        .run = add,
        .examples = {{"mdmctl apns vendor add --vendor-cert mdm.cer --vendor-key vendor.key --chain wwdr.pem --chain "
                      "root.pem",
                      "Once a year"}},
        .codes =
            cli::codes({ErrorCode::vendor_certificate_expired, ErrorCode::chain_incomplete, ErrorCode::key_mismatch,
                        ErrorCode::not_a_certificate, ErrorCode::not_a_private_key, ErrorCode::passphrase_needed,
                        ErrorCode::wrong_passphrase, ErrorCode::no_store, ErrorCode::no_store_key, ErrorCode::locked},
                       apns::credential_codes, apns::chain_codes),
    });
}

cli::Command vendor_list_command() {
    return cli::command<NoOptions>({
        .name = "vendor list",
        .summary = "List the vendor certificates that the store keeps",
        .details = "Those of all tenants; with --tenant, those of that one before them. No key is needed.",
        .run = list,
        .examples = {{"mdmctl apns vendor list", "What can be signed with"}},
        .codes = {ErrorCode::no_such_tenant, ErrorCode::no_store},
    });
}

}  // namespace mdm::apps
