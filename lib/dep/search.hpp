// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/search.hpp"

#include <vector>

/// Server tokens, their keys and their devices, by a word of theirs.
namespace mdm::dep {

/// Of each token that is or was current, and of each key, the first field that has the text: consumer_key, server_uuid,
/// server_name, org_name, org_id, apple_account, not_after; of what a tenant calls its server token, its
/// note; of a key, the serial or public_key; of a device, the serial_number where it ends with the text, four
/// characters of it at least, or the assigned_user where it is the text.
/// now   decides expiring and expired
std::vector<store::Found> find(store::Transaction& transaction, const SearchText& text, const store::TenantPage& page,
                               Time now);

}  // namespace mdm::dep
