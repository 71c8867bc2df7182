// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/encrypted_token.hpp"
#include "dep/records.hpp"
#include "dep/server_token.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>
#include <vector>

/// Which of our keys a downloaded server token is made for, and what is in it.
namespace mdm::dep {

struct Opening {
    std::optional<ServerToken> token{};  ///< nullopt: none of the tenant's keys opens it
    std::optional<TokenKey> key{};       ///< that opened it
    std::vector<Finding> findings{};     ///< not_for_our_key, other_tenant
};

/// Looks for the certificate that the file was encrypted for among all keys of the store, and opens it where it is one
/// of the tenant's.
/// throws  not_a_server_token: it was made for a key of ours, and is something else, or was cut or changed
///         store_damaged, and what open_secret() throws
Opening open_token(store::Transaction& transaction, const store::StoreKey& key, const store::Tenant& tenant,
                   const EncryptedToken& file, const std::string& name);

/// What the store knows of a file without any key of its own: whose key it is made for.
std::vector<FoundKey> keys_for(store::Transaction& transaction, const EncryptedToken& file);

}  // namespace mdm::dep
