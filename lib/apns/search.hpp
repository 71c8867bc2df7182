// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/search.hpp"

#include <vector>

/// Push certificates, requests and vendor certificates, by a word of theirs.
namespace mdm::apns {

/// Of each certificate that is or was current, and of each request, the first field that has the text: topic, serial,
/// public_key, not_after, subject; of what a tenant calls its push certificate, its Apple Account or note.
/// now   decides expiring and expired
std::vector<store::Found> find(store::Transaction& transaction, const SearchText& text, const store::TenantPage& page,
                               Time now);
/// Vendor certificates that all tenants sign with.
std::vector<store::Found> find_in_store(store::Transaction& transaction, const SearchText& text, Time now);

}  // namespace mdm::apns
