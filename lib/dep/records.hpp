// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "crypto/certificate.hpp"
#include "crypto/enveloped_message.hpp"
#include "store/tenant_page.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The rows of schema.cpp as values, and the SQL that reads and writes them. What may be written when is judged
/// elsewhere.
namespace mdm::dep {

/// What Apple's account said of the service that a token belongs to (account.hpp), as far as it tells services and
/// organisations apart. All of it is empty where it was never asked.
struct Service {
    std::string server_uuid{};  ///< opaque
    std::string server_name{};
    std::string org_id{};
    std::string org_name{};
    std::string org_type{};  ///< see program_of()
    std::string admin_id{};  ///< the Apple Account that downloaded the token
    std::optional<Time> asked_at{};

    /// What it leaves out of the service and its organisation is as `earlier` had it, of the same service: an answer
    /// that does not say something takes nothing away. Who downloaded a token is not carried from one to another.
    Service completed_by(const Service& earlier) const;
};

/// One token that is or was current.
struct Version {
    std::string id{};
    std::optional<std::string> consumer_key{};         ///< nullopt: another server holds the key, and nobody opened it
    std::optional<std::string> access_token_sha256{};  ///< tells the very token
    Time access_token_expiry{};
    bool estimated = false;               ///< the end was reckoned from the file's name
    bool sandbox = false;                 ///< the rehearsal's pretend portal made it
    std::optional<std::string> secret{};  ///< nullopt: another server holds the key
    std::optional<std::string> key{};     ///< of dep_keys, that opened it
    Service service{};
    Time imported_at{};

    bool is_held() const noexcept { return secret.has_value(); }
};

/// What Apple said of a token last.
enum class Standing { good, superseded, rejected, terms_not_accepted };
std::string_view name(Standing standing);  ///< "superseded"; "good" is kept as null

/// What a tenant calls its server token, through all renewals.
struct HeldToken {
    std::string id{};
    std::string tenant{};  ///< the tenant's id
    std::string name{};
    std::string apple_account{};  ///< that it was got with, as a person said; empty: nobody did
    std::string note{};
    std::string origin{};  ///< that its credentials are sent to; empty: another server holds them
    Standing standing = Standing::good;
    std::optional<Time> standing_at{};
    std::optional<Time> retry_at{};  ///< Apple wants not to be asked before
    std::optional<std::int64_t> devices{};
    std::optional<Time> last_sync{};
    Version current{};
    Time created_at{};
    std::optional<Time> removed_at{};

    /// The Apple Account that it was got with: as a person said, else as Apple did; empty: not known.
    const std::string& account() const noexcept {
        return apple_account.empty() ? current.service.admin_id : apple_account;
    }
};

/// All of a tenant, removed ones included, by name.
std::vector<HeldToken> held_tokens(store::Transaction& transaction, std::string_view tenant);
/// The same of a page of tenants, by the tenants' names.
std::vector<HeldToken> held_tokens(store::Transaction& transaction, const store::TenantPage& page);
/// Writes the row, its first version and its first change.
void insert(store::Transaction& transaction, HeldToken& held, std::string_view event, std::string_view actor, Time now);
/// Writes what of the row may change: all but `current`.
void update(store::Transaction& transaction, const HeldToken& held);

std::vector<Version> versions(store::Transaction& transaction, std::string_view token);
void insert(store::Transaction& transaction, std::string_view token, Version& version, Time now);
/// What the account said now.
void update_service(store::Transaction& transaction, const Version& version);
/// Moves `current`. throws  changed_meanwhile: it is no longer at the one that was read
void make_current(store::Transaction& transaction, HeldToken& held, const Version& to, std::string_view event,
                  std::string_view actor, Time now);
void add_change(store::Transaction& transaction, const HeldToken& held, std::string_view event, std::string_view actor,
                Time now);

/// One line of a token's history.
struct Change {
    Time at;
    std::string event;  ///< import, track, renew, replace, remove, restore
    std::string actor;
    Version version;
};
std::vector<Change> changes(store::Transaction& transaction, std::string_view token);

/// A token of some tenant, found by what it shares with another.
struct FoundToken {
    std::string tenant;  ///< the tenant's id
    std::string tenant_name;
    std::string name;
    Version version;
    bool is_current = false;  ///< not an earlier one
    bool is_there = false;    ///< neither it nor its tenant was removed
};
enum class SharedField { consumer_key, server_uuid };
std::vector<FoundToken> tokens_with(store::Transaction& transaction, SharedField field, std::string_view value);

/// A key that tokens are encrypted for.
struct TokenKey {
    std::string id{};
    std::string tenant{};
    std::string name{};  ///< of the token that it is for
    crypto::Certificate certificate;
    std::optional<std::string> key_secret{};  ///< nullopt: another server holds it
    std::string actor{};
    Time created_at{};
    std::optional<Time> promoted_at{};  ///< when the first token opened with it
};
/// Of a tenant, newest first.
std::vector<TokenKey> token_keys(store::Transaction& transaction, std::string_view tenant);
/// Of a page of tenants, by their names, newest first.
std::vector<TokenKey> token_keys(store::Transaction& transaction, const store::TenantPage& page);
void insert(store::Transaction& transaction, TokenKey& key, Time now);
/// With the token that they are for.
void rename_keys(store::Transaction& transaction, std::string_view tenant, std::string_view name,
                 std::string_view new_name);
void promote(store::Transaction& transaction, std::string_view key, Time now);
/// Of all tenants, those that a message is encrypted for, with the name of the tenant.
struct FoundKey {
    TokenKey key;
    std::string tenant_name;
};
std::vector<FoundKey> keys_for(store::Transaction& transaction, const std::vector<crypto::Recipient>& recipients);
/// sha256   of the public key, lower-case hex
std::vector<FoundKey> keys_with(store::Transaction& transaction, std::string_view sha256);

}  // namespace mdm::dep
