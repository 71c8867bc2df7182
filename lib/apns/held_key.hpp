// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/certificate.hpp"
#include "crypto/export.hpp"
#include "crypto/private_key.hpp"
#include "store/sealed_secret.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Private keys in the store, and on their way out of it.
namespace mdm::apns {

/// What a push certificate's key is called where secrets are kept.
inline constexpr std::string_view private_key_kind = "private-key";

/// Opens a key that was kept. throws  what open_secret() throws; store_damaged: it is something else
crypto::PrivateKey open_private_key(store::Transaction& transaction, const store::StoreKey& key,
                                    std::string_view secret);
/// The same, held against the certificate that it must belong to. throws  store_damaged: it does not
crypto::PrivateKey open_private_key(store::Transaction& transaction, const store::StoreKey& key,
                                    std::string_view secret, const crypto::Certificate& certificate);

/// How a certificate leaves with its key.
struct ExportForm {
    std::optional<crypto::Pkcs12Profile> pkcs12{};  ///< nullopt: PEM
    std::optional<Secret> passphrase{};             ///< nullopt: PEM that is not encrypted
    std::string name{};                             ///< what Keychain shows
};
/// The file, which is a secret: certificate, then key.
Secret exported(const crypto::Certificate& certificate, const crypto::PrivateKey& key, const ExportForm& form);

}  // namespace mdm::apns
