// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/certificate.hpp"
#include "crypto/private_key.hpp"
#include "store/sealed_secret.hpp"

#include <string_view>

/// Private keys among the secrets that the store keeps.
namespace mdm::store {

/// Opens a key that was kept. throws  what open_secret() throws; store_damaged: it is something else
crypto::PrivateKey open_private_key(Transaction& transaction, const StoreKey& key, std::string_view secret);
/// The same, held against the certificate that it must belong to. throws  store_damaged: it does not
crypto::PrivateKey open_private_key(Transaction& transaction, const StoreKey& key, std::string_view secret,
                                    const crypto::Certificate& certificate);

}  // namespace mdm::store
