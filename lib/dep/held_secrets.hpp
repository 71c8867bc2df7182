// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/private_key.hpp"
#include "dep/records.hpp"
#include "dep/server_token.hpp"
#include "store/key.hpp"

#include <string_view>

/// A server token and its key, opened out of the store.
namespace mdm::dep {

/// What a server token is called where secrets are kept.
inline constexpr std::string_view token_kind = "server-token";

/// throws  key_not_held: another server holds it; store_damaged: it is another than is said beside it; and what
///         open_secret() throws
ServerToken open_held_token(store::Transaction& transaction, const store::StoreKey& key, const HeldToken& held,
                            std::string_view tenant_name);

/// The key that opened the current token, with its certificate. throws  as above
struct HeldKey {
    TokenKey key;
    crypto::PrivateKey private_key;
};
HeldKey open_held_key(store::Transaction& transaction, const store::StoreKey& key, const HeldToken& held,
                      std::string_view tenant_name);

}  // namespace mdm::dep
