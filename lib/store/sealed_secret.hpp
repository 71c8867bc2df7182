// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "store/database.hpp"
#include "store/key.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mdm::store {

/// Where a secret belongs. It is written into what is sealed, so that a blob that was moved to another row is found.
struct Place {
    std::string tenant;  ///< the tenant's id; empty for a secret of the store itself
    std::string kind;    ///< "private-key", "server-token", ...
    std::string id;      ///< of the row in `secrets`
    bool operator==(const Place&) const = default;
};

/// The sealed form of a secret: CMS, PEM, that `openssl cms -decrypt` opens with the store key. Inside are the lines
/// "tenant:", "kind:" and "id:", an empty line, and the secret as it is.
std::string seal_in_place(const Secret& secret, const Place& place, const StoreKey& key);

/// throws  secret_damaged: it does not open with this key
///         sealed_elsewhere: it was sealed for another place, which is named
Secret open_in_place(std::string_view sealed, const Place& place, const StoreKey& key);

/// Keeps a secret in a new row and gives its id. The row is read again and opened before this returns.
/// tenant   the tenant's id; empty for the store itself
std::string keep_secret(Transaction& transaction, const StoreKey& key, std::string_view tenant, std::string_view kind,
                        const Secret& secret, Time now);

/// throws  no_such_secret, secret_damaged, sealed_elsewhere
Secret open_secret(Transaction& transaction, const StoreKey& key, std::string_view id);

/// Takes it away for good: `tenant remove --purge`, a staged key that was dropped.
void destroy_secret(Transaction& transaction, std::string_view id);

/// Opens every secret that is there. throws  at the first that does not
std::int64_t open_every_secret(Transaction& transaction, const StoreKey& key);

/// Opens every secret with one key and seals it with another. throws  at the first that does not open
std::int64_t reseal_every_secret(Transaction& transaction, const StoreKey& old_key, const StoreKey& new_key);

}  // namespace mdm::store
