// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"
#include "base/time.hpp"
#include "store/database.hpp"
#include "store/key.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Who did what, in chains that nobody without the store key can rewrite: one a tenant, and one for the store itself.
/// The hash of an event is an HMAC over all of it and over the hash before, so that an event that was edited, taken out
/// or put elsewhere is found. Events that were cut off the end are found as far as the head tells, which is kept beside
/// them; against who rewrites both, `audit verify` prints the head, to be kept elsewhere.
namespace mdm::store {

/// Who is asking. `actor` is MDMCTL_ACTOR, a claim; the rest is what the system says.
struct Caller {
    std::string actor;
    std::string login;
    std::int64_t uid = 0;
    std::string host;
    std::string moved{};  ///< which clock and endpoints were moved away from the real world; empty: none
    std::int64_t pid = 0;
};

/// What a command tells of itself: one event each, refusals and secrets that leave included.
struct Deed {
    std::string tenant_id;  ///< whose chain; empty: the store's own
    std::string tenant;     ///< the tenant's name at that time; empty for the store
    std::string command;    ///< "apns renew"
    std::string object;     ///< "push certificate com.apple.mgmt.External.…"
    Value before{};         ///< JSON, or null
    Value after{};          ///< JSON, or null
};

struct AuditEvent {
    std::string chain;  ///< the tenant's id, or "store"
    std::int64_t seq = 0;
    Time at;
    Caller who;
    Deed deed;
    std::string key;   ///< the secret that it is signed with
    std::string hash;  ///< 64 hexadecimal digits

    /// "9b2e…/17": unique in the store.
    std::string id() const;
};

inline constexpr std::string_view store_chain = "store";

/// A new key for what is recorded from now on; events that were signed with the one before stay as they are. Called
/// when a store is made, and by rekey: who had the old store key can then add nothing.
void renew_audit_key(Transaction& transaction, const StoreKey& key, Time now);

/// Adds an event to its chain.
AuditEvent record(Transaction& transaction, const StoreKey& key, const Caller& who, const Deed& deed, Time now);

/// Which events are wanted.
struct AuditFilter {
    std::optional<std::string> chain{};
    std::optional<Time> since{};
    std::optional<Time> until{};
    std::string actor{};   ///< empty: any
    std::string object{};  ///< that it contains; empty: any
};
/// In the order of their times; of the same second, the store's before the tenants', and by their numbers. No key is
/// needed. false from `take` ends it.
void each_event(Transaction& transaction, const AuditFilter& filter,
                const std::function<bool(const AuditEvent&)>& take);

/// One chain, judged.
struct ChainVerdict {
    std::string chain;
    std::int64_t events = 0;
    std::string head{};  ///< the hash of the last event, to be kept elsewhere; empty where there are none
    /// The first place where the chain is broken, as a person reads it: "event 9b2e…/17 was edited". Empty: it holds.
    std::string broken{};
    bool holds_expected = false;  ///< the hash that was asked for is in it
};
/// Judges one chain.
ChainVerdict verify_chain(Transaction& transaction, const StoreKey& key, const std::string& chain);
/// Judges every chain, in order of their names.
/// expected   a head that was kept elsewhere: it must be in one of the chains; empty: none was
std::vector<ChainVerdict> verify_audit(Transaction& transaction, const StoreKey& key, std::string_view expected = {});

}  // namespace mdm::store
