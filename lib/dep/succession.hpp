// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/judgement.hpp"
#include "store/store.hpp"

/// What becomes the current server token. It was judged in the same writing transaction, and Apple was asked before
/// that began.
namespace mdm::dep {

HeldToken import(store::Change& change, const store::Tenant& tenant, const ImportOrder& order,
                 const Download& download);
/// Puts a download that was judged in the place of the current one.
void renew(store::Change& change, const store::Tenant& tenant, HeldToken& held, const Download& download);

/// Records a token that another server holds, of which nothing but the end is known: from a list of tenants.
HeldToken track(store::Change& change, const store::Tenant& tenant, Time expiry);

/// Nothing is destroyed: bring_back() undoes it.
void remove(store::Change& change, const store::Tenant& tenant, HeldToken& held);
void bring_back(store::Change& change, const store::Tenant& tenant, HeldToken& held);

}  // namespace mdm::dep
