// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/holding.hpp"
#include "dep/opening.hpp"
#include "dep/proof.hpp"

#include <optional>
#include <string>
#include <vector>

/// What becomes the current server token. Each step is judged by a reading of the store, and carried out in the same
/// writing transaction; Apple was asked before that began.
namespace mdm::dep {

/// A token that another server holds, as far as anybody told.
struct ToldToken {
    Time expiry{};
    bool estimated = false;                           ///< reckoned from the file's name
    std::optional<crypto::Certificate> public_key{};  ///< that the other server has in the portal
    std::vector<Finding> findings{};                  ///< expiry_estimated, not_for_this_server
};

/// What is to become current.
struct Download {
    std::string file{};                ///< for messages; empty: there is none, and all is told
    std::optional<Opening> opening{};  ///< either this
    Proof proof{};
    std::optional<ToldToken> told{};  ///< or this
    std::string apple_account{};      ///< that a person said
    std::string allowed_server{};     ///< --allow-other-server
    std::string origin{};             ///< that its credentials are sent to, where it is held

    bool tracked() const noexcept { return told.has_value(); }
};

struct Judgement {
    std::vector<Finding> findings;  ///< renewal_findings(), and token_ended: which tokens are dead by now
    /// The token that it is the very one of, so that there is nothing to be done; nullopt: it is another.
    std::optional<HeldToken> current{};
};

/// Judges a download against the tenant's current token, or as its first one.
Judgement judge_renewal(store::Transaction& transaction, const store::Tenant& tenant, const HeldToken& held,
                        const Download& download, Time now);

struct ImportOrder {
    std::string name{};  ///< empty: the usual one
    std::string note{};
    bool without_apns = false;  ///< --without-apns
};

/// The same of what would be the tenant's first token of that name. token_exists stands first where there is one
/// already, current or removed, or one of the same service, and the rest is what renew would say.
Judgement judge_import(store::Transaction& transaction, const store::Tenant& tenant, const ImportOrder& order,
                       const Download& download, Time now);

HeldToken import(store::Change& change, const store::Tenant& tenant, const ImportOrder& order,
                 const Download& download);
/// Puts a download that was judged in the place of the current one.
void renew(store::Change& change, const store::Tenant& tenant, HeldToken& held, const Download& download);

/// Records a token that another server holds, of which nothing but the end is known: from a list of tenants.
HeldToken track(store::Change& change, const store::Tenant& tenant, Time expiry);

/// What Apple said of a token, put into it.
void take_answer(HeldToken& held, const Proof& proof, Time now);
/// The same, and written down.
/// retry_at   it wants not to be asked before
void note_answer(store::Transaction& transaction, const store::Tenant& tenant, HeldToken& held, const Proof& proof,
                 std::optional<Time> retry_at, Time now);

/// Nothing is destroyed: bring_back() undoes it.
void remove(store::Change& change, const store::Tenant& tenant, HeldToken& held);
void bring_back(store::Change& change, const store::Tenant& tenant, HeldToken& held);

}  // namespace mdm::dep
