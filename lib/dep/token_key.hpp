// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/records.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The keys that server tokens are encrypted for, and their certificates, which the portal is given.
namespace mdm::dep {

inline constexpr std::string_view token_key_kind = "token-key";

enum class KeyRole {
    staged,   ///< no token has opened with it yet
    current,  ///< it opened the token in use
    earlier,  ///< it opened one that was in use
};
std::string_view name(KeyRole role);
KeyRole role_of(store::Transaction& transaction, const TokenKey& key);

struct PubkeyOrder {
    std::string name;        ///< of the server token that it is for
    bool makes_new = false;  ///< a new key, though there is one
};

struct ShownKey {
    TokenKey key;
    KeyRole role = KeyRole::staged;
    bool made = false;  ///< now
};

/// The key whose certificate the portal is to have: one that was staged since the token in use, else the one of that
/// token, else a new one (RSA 2048). A new one stands beside all others, and none is ever taken away.
ShownKey key_for_portal(store::Change& change, const store::Tenant& tenant, const PubkeyOrder& order);
/// What key_for_portal() would show; nullopt: it would make one.
std::optional<ShownKey> key_there(store::Transaction& transaction, const store::Tenant& tenant,
                                  std::string_view token_name);

/// A certificate for the portal: self-signed, with a random serial number, by which tokens tell whom they are for, and
/// valid for ten years, for Apple goes on encrypting for it.
/// Source: Apple, "Examining server tokens"; nanodep and Zentral for what the portal takes.
crypto::Certificate encryption_certificate(const crypto::PrivateKey& key, std::string_view tenant_name, Time now);

}  // namespace mdm::dep
