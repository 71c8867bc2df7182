// SPDX-License-Identifier: Apache-2.0
// A store with tenants, and the steps of a server token's life in it.
#pragma once

#include "apns/schema.hpp"
#include "crypto/cms_for_recipient.hpp"
#include "dep/held_secrets.hpp"
#include "dep/schema.hpp"
#include "dep/succession.hpp"
#include "dep/token_key.hpp"
#include "expiry/schema.hpp"
#include "fakes/errors.hpp"
#include "fakes/server_tokens.hpp"
#include "fakes/two_tenants.hpp"
#include "store/inventory.hpp"
#include "store/policies.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mdm::fakes {

struct AccountOptions {
    std::string server_uuid = "9D0C";
    std::string server_name = "Acme";
    std::string org_id = "77";
    std::string admin_id = "jo@acme.example";
};

/// Apple takes the token, and says whose it is.
inline dep::Proof proven(const AccountOptions& o = {}) {
    dep::Account account;
    account.server_uuid = o.server_uuid;
    account.server_name = o.server_name;
    account.org_id = o.org_id;
    account.org_name = o.server_name + " Ltd";
    account.org_type = "org";
    account.admin_id = o.admin_id;
    return {.account = std::move(account), .asked_at = some_day};
}
/// It does not.
inline dep::Proof refused_with(ErrorCode code) { return {.findings = {{Severity::error, code, "no", "", ""}}}; }

inline const AccountOptions globex_account{"AAAA", "Globex", "88", "kim@globex.example"};
inline const TokenOptions globex_token{.consumer_key = "CK_globex", .access_token = "AT_globex"};
/// What renews the first one.
inline const TokenOptions second_token{.access_token = "AT_second", .expiry = "2027-12-20T00:00:00Z"};
inline const Time renewal_day = at("2026-12-20T09:00:00Z");

/// Of what a service's first token is imported with: no push certificate is asked for.
inline const dep::ImportOrder without_apns{.without_apns = true};

/// Whose tokens are dead by now, as a refusal says: "acme/default", a file, or empty: a service that is not here.
inline std::vector<std::string> ended(const std::vector<Finding>& findings) {
    std::vector<std::string> all;
    for (const Finding& finding : findings)
        if (finding.code == ErrorCode::token_ended)
            all.push_back(finding.where);
    return all;
}

/// The file, as the portal gives it out for a certificate.
inline dep::EncryptedToken made_for(const crypto::Certificate& certificate, const std::string& message) {
    return dep::read_encrypted_token(token_file(crypto::enveloped_for(certificate, message)), "token.p7m");
}

inline dep::Download told(const char* expiry) {
    return {.file = "told.p7m", .told = dep::ToldToken{.expiry = at(expiry)}};
}

/// A store that keeps server tokens, with the tenants acme and globex, which have a key each.
class TokenHolding : public TwoTenants {
public:
    explicit TokenHolding(store::Engine engine, bool rehearsal = false)
        : TwoTenants(engine, {apns::room(), dep::room(), expiry::room()}, rehearsal) {
        stage("acme", "dep");
        stage("globex", "dep of globex");
    }

    /// Keeps a key of rsa_key() with its certificate. Making a new one for each test takes too long.
    dep::TokenKey stage(std::string_view tenant, const std::string& key, Time now = some_day,
                        const std::string& name = std::string(dep::usual_name)) const {
        return by(
            tenant,
            [&](store::Change& c, const store::Tenant& whose) {
                dep::TokenKey staged{.tenant = whose.id,
                                     .name = name,
                                     .certificate = token_certificate({.key = key, .name = "mdmctl " + whose.name}),
                                     .key_secret = c.keep_secret(whose.id, dep::token_key_kind, rsa_key(key).to_pem()),
                                     .actor = "jo"};
                dep::insert(c.transaction(), staged, c.now());
                return staged;
            },
            now);
    }
    std::vector<dep::TokenKey> keys(std::string_view tenant) const {
        return look(tenant,
                    [](store::Transaction& t, const store::Tenant& whose) { return dep::token_keys(t, whose.id); });
    }
    dep::KeyRole role(const dep::TokenKey& key) const {
        return look("acme", [&](store::Transaction& t, const store::Tenant&) { return dep::role_of(t, key); });
    }

    dep::Opening open(std::string_view tenant, const dep::EncryptedToken& file) const {
        store::Store opened = store();
        const store::StoreKey& key = opened.key();
        store::Transaction transaction = opened.read();
        return dep::open_token(transaction, key, store::tenant_meant(transaction, tenant), file, "token.p7m");
    }
    /// A token that was made for the tenant's newest key, opened, and of which Apple said something.
    dep::Download download(std::string_view tenant, const TokenOptions& token = {}, dep::Proof proof = proven()) const {
        return download_of(tenant, made_for(keys(tenant).front().certificate, token_message(token)), std::move(proof));
    }
    dep::Download download_of(std::string_view tenant, const dep::EncryptedToken& file,
                              dep::Proof proof = proven()) const {
        return {.file = "token.p7m",
                .opening = open(tenant, file),
                .proof = std::move(proof),
                .origin = "https://mdmenrollment.apple.com"};
    }

    /// Imports and renews by what stands against it.
    std::vector<Finding> import(std::string_view tenant, const dep::Download& download,
                                const dep::ImportOrder& order = without_apns) const {
        return by(tenant, [&](store::Change& c, const store::Tenant& whose) {
            auto judged = dep::judge_import(c.transaction(), whose, order, download, c.now());
            if (!first_error(judged.findings) && !judged.current)
                dep::import(c, whose, order, download);
            return judged.findings;
        });
    }
    std::vector<Finding> renew(std::string_view tenant, const dep::Download& download, Time now = renewal_day,
                               const std::string& name = "") const {
        return by(
            tenant,
            [&](store::Change& c, const store::Tenant& whose) {
                auto held = dep::token_meant(c.transaction(), whose, name);
                auto judged = dep::judge_renewal(c.transaction(), whose, held, download, now);
                if (!first_error(judged.findings) && !judged.current)
                    dep::renew(c, whose, held, download);
                return judged.findings;
            },
            now);
    }
    /// The first token of acme, and of globex.
    void import_both() const {
        import("acme", download("acme"));
        import("globex", download("globex", globex_token, proven(globex_account)));
    }

    dep::HeldToken current(std::string_view tenant, const std::string& name = "") const {
        return look(tenant, [&](store::Transaction& t, const store::Tenant& whose) {
            return dep::token_meant(t, whose, name, store::Removed::included);
        });
    }
    dep::ServerToken opened(std::string_view tenant) const {
        store::Store there = store();
        const store::StoreKey& key = there.key();
        store::Transaction transaction = there.read();
        const auto held = dep::token_meant(transaction, store::tenant_meant(transaction, tenant), "");
        return dep::open_held_token(transaction, key, held, tenant);
    }
    std::vector<std::string> events(std::string_view tenant) const {
        return look(tenant, [&](store::Transaction& t, const store::Tenant&) {
            std::vector<std::string> words;
            for (const dep::Change& change : dep::changes(t, current(tenant).id))
                words.push_back(change.event);
            return words;
        });
    }

    /// Changes the tenant's token, removed or not.
    template <class Act>
    void with_token(std::string_view tenant, const Act& act, Time now = some_day) const {
        by(
            tenant,
            [&](store::Change& c, const store::Tenant& whose) {
                auto held = dep::token_meant(c.transaction(), whose, "", store::Removed::included);
                act(c, whose, held);
                return 0;
            },
            now);
    }
    void remove(std::string_view tenant) const {
        with_token(tenant, [](store::Change& c, const store::Tenant& whose, dep::HeldToken& held) {
            dep::remove(c, whose, held);
        });
    }

    /// A push certificate in the inventory, as the room of push certificates would write it.
    void put_push_certificate(std::string_view tenant, const char* not_after, const std::string& key = "held",
                              const std::string& name = "default") const {
        by(tenant, [&](store::Change& c, const store::Tenant& whose) {
            store::put_in_inventory(c.transaction(),
                                    {.tenant = whose.id,
                                     .policy = store::root_policy(c.transaction(), whose.id),
                                     .service = "apns",
                                     .name = name,
                                     .not_after = at(not_after),
                                     .state = "valid",
                                     .next_command = "",
                                     .key = key},
                                    c.now());
            return 0;
        });
    }
    /// The lines of the tenant's server tokens.
    std::vector<store::InventoryItem> lines(std::string_view tenant) const {
        return look(tenant, [](store::Transaction& t, const store::Tenant& whose) {
            return store::inventory(t, {.tenant = whose.id, .service = std::string(dep::service_name)});
        });
    }
};

}  // namespace mdm::fakes
