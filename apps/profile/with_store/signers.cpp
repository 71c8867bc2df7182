// SPDX-License-Identifier: Apache-2.0
// signer list, signer remove, and what sign has of the store
#include "access/open_store.hpp"
#include "base/json_object.hpp"
#include "base/text.hpp"
#include "profile/kept_signers.hpp"
#include "profile/schema.hpp"
#include "profile/with_store/commands.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

using profile::KeptSigner;

/// Whose own signers come first.
std::optional<store::Tenant> tenant_of(store::Transaction& transaction, const cli::Settings& settings) {
    return settings.tenant.empty() ? std::nullopt : std::optional(store::tenant_meant(transaction, settings.tenant));
}

/// A signer signs for all, unless --tenant itself says otherwise: MDMCTL_TENANT is there for other commands.
std::optional<store::Tenant> tenant_named(store::Transaction& transaction, const cli::Settings& settings) {
    return settings.tenant_named ? tenant_of(transaction, settings) : std::nullopt;
}

std::optional<profile::Fingerprint> fingerprint_of(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(profile::Fingerprint::parse(text));
}

cli::Record kept_record(store::Transaction& transaction, const KeptSigner& kept, Time now) {
    const crypto::Certificate& leaf = kept.chain.front();
    return {{"tenant", store::policy_tenant(transaction, kept.policy)},
            {"policy", store::policy_name(transaction, kept.policy)},
            {"subject", leaf.subject().to_string()},
            {"serial", leaf.serial()},
            {"sha256", leaf.sha256()},
            {"not_before", leaf.not_before()},
            {"not_after", leaf.not_after()},
            {"days_left", days_between(now, leaf.not_after())},
            {"added_at", kept.added_at}};
}

store::Deed deed(store::Transaction& transaction, const KeptSigner& kept, std::string command) {
    const auto name = store::policy_tenant(transaction, kept.policy);
    const auto tenant = name ? std::optional(store::tenant_meant(transaction, *name)) : std::nullopt;
    return {.tenant_id = tenant ? tenant->id : "",
            .tenant = tenant ? tenant->name : "",
            .command = std::move(command),
            .object = fmt::format("signer {}", kept.chain.front().sha256())};
}

std::string event_value(const KeptSigner& kept) {
    return json_object({{"subject", kept.chain.front().subject().to_string()},
                        {"not_after", to_rfc3339(kept.chain.front().not_after())}});
}

void keep(cli::World& world, const profile::Signer& signer) {
    store::Store store = access::open_store(world, {profile::room()});
    store::Change change = store.change(world.clock.now());
    const auto tenant = tenant_named(change.transaction(), world.settings);
    const KeptSigner kept = profile::keep_signer(change, tenant, signer);
    if (world.settings.dry_run)
        return;
    store::Deed event = deed(change.transaction(), kept, "profile sign --keep");
    event.after = event_value(kept);
    change.record(event);
    change.commit();
    world.say(fmt::format("keeps '{}' for {}", kept.chain.front().subject().to_string(),
                          tenant ? fmt::format("'{}'", tenant->name) : "all tenants"));
}

/// throws  no_such_signer: without --tenant it is not found, and a tenant has it
void refuse_tenants_own(store::Transaction& transaction, const profile::Fingerprint& wanted) {
    store::TenantPages pages(transaction, {});
    for (store::TenantPage page = pages.next(); !page.empty(); page = pages.next())
        for (const profile::OwnedSigner& owned : profile::signers_of(transaction, page))
            if (wanted.fits(owned.signer.chain.front())) {
                const std::string name = page.by_id(owned.tenant).name;
                throw Error{
                    ErrorCode::no_such_signer,
                    fmt::format("the signer with the fingerprint {} is kept for '{}' alone", wanted.digits(), name),
                    fmt::format("--tenant {} signs with it", shell_quoted(name))};
            }
}

profile::Signer find(cli::World& world, const SignerChoice& choice) {
    const auto wanted = fingerprint_of(choice.fingerprint);
    try {
        store::Store store = access::open_store(world, {profile::room()});
        const store::StoreKey& key = store.key();
        store::Transaction transaction = store.read();
        const auto signers = profile::signers_of(transaction, tenant_of(transaction, world.settings));
        const bool is_there = !wanted || std::any_of(signers.begin(), signers.end(), [&](const KeptSigner& kept) {
            return wanted->fits(kept.chain.front());
        });
        if (!is_there && world.settings.tenant.empty())
            refuse_tenants_own(transaction, *wanted);
        const auto kept = profile::signer_meant(signers, wanted);
        return profile::open_signer(transaction, key, kept);
    } catch (const Error& e) {
        if (e.code() != ErrorCode::no_store)
            throw;
        throw Error{ErrorCode::no_such_signer, "there is no signer, and no store",
                    "--cert FILE --key FILE names the signer"};
    }
}

struct NoOptions {};

cli::Result list(cli::World& world, const NoOptions&) {
    store::Store store = access::open_store(world, {profile::room()});
    store::Transaction transaction = store.read();
    std::vector<cli::Record> rows;
    for (const KeptSigner& kept : profile::signers_of(transaction, tenant_of(transaction, world.settings)))
        rows.push_back(kept_record(transaction, kept, world.clock.now()));
    return cli::Rows::of("certificates", {"tenant", "not_after", "days_left", "sha256", "subject"}, std::move(rows));
}

struct RemoveOptions {
    std::string fingerprint;
};

cli::Result remove(cli::World& world, const RemoveOptions& o) {
    const auto wanted = fingerprint_of(o.fingerprint);
    store::Store store = access::open_store(world, {profile::room()});
    store::Change change = store.change(world.clock.now());
    const auto kept = profile::signer_meant(
        profile::signers_of(change.transaction(), tenant_named(change.transaction(), world.settings)), wanted);
    const std::string& sha256 = kept.chain.front().sha256();
    cli::Record record = kept_record(change.transaction(), kept, world.clock.now());
    if (world.settings.dry_run) {
        world.say(fmt::format("would destroy the key of the signer {}; nothing was changed", sha256));
        return record;
    }
    world.confirm(fmt::format("destroy the key of the signer {}", sha256));
    store::Deed event = deed(change.transaction(), kept, "profile signer remove");
    event.before = event_value(kept);
    profile::remove_signer(change, kept);
    change.record(event);
    change.commit();
    world.say(fmt::format("removed the signer {}", sha256));
    return record;
}

}  // namespace

SignersInStore signers_in_store() { return {.find = find, .keep = keep}; }

cli::Command profile_signer_list_command() {
    return cli::command<NoOptions>({
        .name = "signer list",
        .summary = "List the signers of profiles that the store keeps",
        .details =
            "Those of all tenants; with --tenant, those of that one before them. No key is needed. A signer comes "
            "into the store with mdmctl profile sign --keep.",
        .run = list,
        .examples = {{"mdmctl profile signer list", "Whom can profiles be signed by, and how long?"}},
        .codes = {ErrorCode::no_such_tenant, ErrorCode::no_store},
    });
}

cli::Command profile_signer_remove_command() {
    return cli::command<RemoveOptions>({
        .name = "signer remove",
        .summary = "Destroy the key of a signer that the store keeps",
        .details =
            "For one that has been replaced: its key is destroyed for good, and its end is not watched any more. "
            "What it has signed stays as it is. One of a tenant's own is named with --tenant.",
        .effect = cli::Effect::cannot_be_undone,
        .options =
            [](cli::Parser& p, RemoveOptions& o) {
                p.positional("FINGERPRINT", o.fingerprint, "its SHA-256, or the first digits of it").required();
            },
        .run = remove,
        .examples = {{"mdmctl profile signer remove 3f9a12c4 --yes", "The old one, when its successor is kept"}},
        .codes = {ErrorCode::no_such_signer, ErrorCode::signer_ambiguous, ErrorCode::not_confirmed,
                  ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::no_store, ErrorCode::no_store_key,
                  ErrorCode::locked},
    });
}

}  // namespace mdm::apps
