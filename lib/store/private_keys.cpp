// SPDX-License-Identifier: Apache-2.0
#include "store/private_keys.hpp"

#include "base/error.hpp"
#include "crypto/contents.hpp"

#include <fmt/format.h>

namespace mdm::store {

crypto::PrivateKey open_private_key(Transaction& transaction, const StoreKey& key, std::string_view secret) {
    const Secret pem = open_secret(transaction, key, secret);
    const auto contents = crypto::read_contents(pem.reveal(), "the store", [] { return std::optional<Secret>{}; });
    if (!contents || contents->keys.size() != 1)
        throw Error{ErrorCode::store_damaged, "there is something else in the store where a private key belongs",
                    "mdmctl store check; a backup may hold it whole"};
    return contents->keys.front();
}

crypto::PrivateKey open_private_key(Transaction& transaction, const StoreKey& key, std::string_view secret,
                                    const crypto::Certificate& certificate) {
    auto opened = open_private_key(transaction, key, secret);
    if (opened.public_key() != certificate.public_key())
        throw Error{
            ErrorCode::store_damaged,
            fmt::format("the private key that the store keeps for the certificate with serial {} is another one",
                        certificate.serial()),
            "mdmctl store check, mdmctl audit verify; a backup may hold the right one"};
    return opened;
}

}  // namespace mdm::store
