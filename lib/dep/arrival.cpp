// SPDX-License-Identifier: Apache-2.0
#include "dep/arrival.hpp"

#include "base/given_name.hpp"
#include "dep/holding.hpp"
#include "store/facts.hpp"
#include "store/inventory.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <string>
#include <utility>

namespace mdm::dep {
namespace {

void add_once(std::vector<Finding>& findings, Finding finding) {
    if (std::none_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.message == finding.message; }))
        findings.push_back(std::move(finding));
}

void judge_elsewhere(store::Transaction& transaction, std::string_view tenant, SharedField field, std::string_view what,
                     const std::string& value, std::vector<Finding>& findings) {
    if (value.empty())
        return;
    for (const FoundToken& found : tokens_with(transaction, field, value))
        if (found.tenant != tenant && found.is_there)
            add_once(findings,
                     {Severity::error, ErrorCode::other_tenant,
                      fmt::format("the {} {} belongs to the tenant '{}' here", what, value, found.tenant_name),
                      "one of the two is a copy: mdmctl dep list --all-tenants", std::string(what)});
}

void judge_held(const HeldToken& held) {
    judge_given_name(held.name, "the server token's name");
    if (!held.apple_account.empty())
        judge_given_name(held.apple_account, "the Apple Account");
    judge_note(held.note);
}

/// What is beside a certificate is trusted wherever it is looked for.
void judge_key(store::Transaction& transaction, std::string_view tenant, const TokenKey& key,
               std::vector<Finding>& findings) {
    judge_given_name(key.name, "the server token's name");
    const auto beside =
        transaction.row("select serial, public_key_sha256 from dep_keys where id = :id", {{"id", key.id}});
    if (beside->text("serial") != key.certificate.serial() ||
        beside->text("public_key_sha256") != key.certificate.public_key().sha256())
        throw Error{ErrorCode::store_damaged,
                    fmt::format("the certificate of the key {} is another than is said beside it", key.id)};
    for (const FoundKey& found : keys_with(transaction, key.certificate.public_key().sha256()))
        if (found.key.tenant != tenant && found.key.key_secret && key.key_secret)
            add_once(findings, {Severity::error, ErrorCode::other_tenant,
                                fmt::format("the key with serial {} belongs to the tenant '{}' here",
                                            key.certificate.serial(), found.tenant_name),
                                "one of the two is a copy: mdmctl dep list --all-tenants", "key"});
}

void track_told(store::Transaction& transaction, const store::Tenant& tenant, const store::InventoryItem& item,
                Time now) {
    HeldToken held{.tenant = tenant.id, .name = item.name, .current = {.access_token_expiry = *item.not_after}};
    insert(transaction, held, "track", "tenant import", now);
    note_in_inventory(transaction, held, tenant, now);
}

}  // namespace

std::vector<Finding> arrival_findings(store::Transaction& transaction, std::string_view tenant) {
    std::vector<Finding> findings;
    const bool rehearsal = store::fact(transaction, store::facts::rehearsal).has_value();
    for (const HeldToken& held : held_tokens(transaction, tenant)) {
        judge_held(held);
        for (const Version& version : versions(transaction, held.id)) {
            judge_elsewhere(transaction, tenant, SharedField::server_uuid, "service", version.service.server_uuid,
                            findings);
            judge_elsewhere(transaction, tenant, SharedField::consumer_key, "consumer key",
                            version.consumer_key.value_or(""), findings);
            if (version.sandbox && !rehearsal)
                add_once(findings, {Severity::error, ErrorCode::sandbox_certificate,
                                    "the tenant has server tokens of the rehearsal's pretend portal, and this store is "
                                    "no rehearsal's",
                                    "mdmctl sandbox run makes a store that takes them", ""});
        }
        static_cast<void>(changes(transaction, held.id));
    }
    for (const TokenKey& key : token_keys(transaction, tenant))
        judge_key(transaction, tenant, key, findings);
    return findings;
}

void rewrite_inventory(store::Transaction& transaction, const store::Tenant& tenant, Time now) {
    std::set<std::string, std::less<>> names;
    for (const HeldToken& held : held_tokens(transaction, tenant.id)) {
        note_in_inventory(transaction, held, tenant, now);
        names.insert(held.name);
    }
    for (const store::InventoryItem& item :
         store::inventory(transaction, {.tenant = tenant.id, .service = std::string(service_name)}))
        // An export from before this room has the line alone, as a list of tenants told it.
        if (!names.contains(item.name) && item.not_after)
            track_told(transaction, tenant, item, now);
        else if (!names.contains(item.name))
            store::take_from_inventory(transaction, tenant.id, service_name, item.name);
}

}  // namespace mdm::dep
