// SPDX-License-Identifier: Apache-2.0
#include "dep/succession.hpp"

#include "base/text.hpp"
#include "dep/held_secrets.hpp"
#include "dep/token_key.hpp"

#include <utility>

namespace mdm::dep {
namespace {

Version version_of(const Download& download) {
    Version version{.service = download.proof.service()};
    if (const ServerToken* token = token_in(download)) {
        version.consumer_key = token->consumer_key;
        version.access_token_sha256 = fingerprint(download);
        version.access_token_expiry = token->access_token_expiry;
        version.sandbox = token->sandbox;
    } else {
        version.access_token_expiry = download.told.value().expiry;
        version.estimated = download.told->estimated;
    }
    return version;
}

/// Its secret and key, where we have them; the public key of another server, where it was shown.
void settle(store::Change& change, const store::Tenant& tenant, const std::string& name, const Download& download,
            Version& version) {
    if (const ServerToken* token = token_in(download)) {
        version.secret = change.keep_secret(tenant.id, token_kind, to_json(*token));
        version.key = download.opening->key.value().id;
        promote(change.transaction(), *version.key, change.now());
        return;
    }
    if (!download.told || !download.told->public_key)
        return;
    for (const TokenKey& key : token_keys(change.transaction(), tenant.id))
        if (key.certificate == *download.told->public_key) {
            version.key = key.id;
            return;
        }
    TokenKey shown{.tenant = tenant.id,
                   .name = name,
                   .certificate = *download.told->public_key,
                   .actor = change.caller().actor,
                   .promoted_at = change.now()};
    insert(change.transaction(), shown, change.now());
    version.key = shown.id;
}

}  // namespace

HeldToken import(store::Change& change, const store::Tenant& tenant, const ImportOrder& order,
                 const Download& download) {
    HeldToken held{.tenant = tenant.id,
                   .name = name_of(order),
                   .apple_account = download.apple_account,
                   .note = order.note,
                   .origin = download.tracked() ? "" : download.origin,
                   .current = version_of(download)};
    settle(change, tenant, held.name, download, held.current);
    insert(change.transaction(), held, download.tracked() ? "track" : "import", change.caller().actor, change.now());
    note_in_inventory(change.transaction(), held, tenant, change.now());
    return held;
}

void renew(store::Change& change, const store::Tenant& tenant, HeldToken& held, const Download& download) {
    Version version = version_of(download);
    const bool same_key = version.consumer_key && version.consumer_key == held.current.consumer_key;
    if (same_key || download.tracked())
        version.service = version.service.completed_by(held.current.service);
    settle(change, tenant, held.name, download, version);
    insert(change.transaction(), held.id, version, change.now());
    const bool replaces = !version.service.server_uuid.empty() && !held.current.service.server_uuid.empty() &&
                          version.service.server_uuid != held.current.service.server_uuid;
    make_current(change.transaction(), held, version, replaces ? "replace" : "renew", change.caller().actor,
                 change.now());
    held.standing = Standing::good;
    held.standing_at.reset();
    held.retry_at.reset();
    if (held.origin.empty() && !download.tracked())
        held.origin = download.origin;
    // Of the account that downloaded the one before, a person's word says nothing about this one.
    const std::string& told_by_apple = version.service.admin_id;
    if (!download.apple_account.empty())
        held.apple_account = download.apple_account;
    else if (!told_by_apple.empty() && lower_case(told_by_apple) != lower_case(held.apple_account))
        held.apple_account.clear();
    update(change.transaction(), held);
    note_in_inventory(change.transaction(), held, tenant, change.now());
}

HeldToken track(store::Change& change, const store::Tenant& tenant, Time expiry) {
    return import(change, tenant, {}, {.told = ToldToken{.expiry = expiry}});
}

void remove(store::Change& change, const store::Tenant& tenant, HeldToken& held) {
    held.removed_at = change.now();
    update(change.transaction(), held);
    add_change(change.transaction(), held, "remove", change.caller().actor, change.now());
    note_in_inventory(change.transaction(), held, tenant, change.now());
}

void bring_back(store::Change& change, const store::Tenant& tenant, HeldToken& held) {
    held.removed_at.reset();
    update(change.transaction(), held);
    add_change(change.transaction(), held, "restore", change.caller().actor, change.now());
    note_in_inventory(change.transaction(), held, tenant, change.now());
}

}  // namespace mdm::dep
