// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/search.hpp"

#include <vector>

/// Signers of profiles that are kept, by a word of theirs.
namespace mdm::profile {

/// Of each signer of these tenants the first field that has the text: serial, public_key, sha256 (of its certificate),
/// not_after, subject.
/// now   decides expiring and expired
std::vector<store::Found> find(store::Transaction& transaction, const SearchText& text, const store::TenantPage& page,
                               Time now);
/// Those that all tenants sign with.
std::vector<store::Found> find_in_store(store::Transaction& transaction, const SearchText& text, Time now);

}  // namespace mdm::profile
