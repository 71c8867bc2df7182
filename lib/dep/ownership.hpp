// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/token_key.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Whose a server token file or a key is that lies about in some folder, as far as the store knows.
namespace mdm::dep {

struct Ownership {
    std::string tenant;  ///< by name
    std::string name;    ///< of the server token
    KeyRole role = KeyRole::staged;
};

/// By whom it is encrypted for; nullopt: none of the store's keys, or it cannot be read.
std::optional<Ownership> ownership_of_file(store::Transaction& transaction, std::string_view bytes,
                                           std::string_view name);
/// Of a key, or a certificate of it. sha256   of the public key, lower-case hex
std::optional<Ownership> ownership_of_key(store::Transaction& transaction, std::string_view sha256);

}  // namespace mdm::dep
