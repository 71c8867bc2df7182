// SPDX-License-Identifier: Apache-2.0
#include "dep/token_key.hpp"

#include "crypto/certificate_builder.hpp"
#include "dep/holding.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace mdm::dep {
namespace {

constexpr int key_bits = 2048;
constexpr std::chrono::days validity{3650};
/// A clock that is a little ahead of the portal's does no harm.
constexpr std::chrono::hours head_start{1};
/// RFC 5280, A.1: the longest common name, in characters.
constexpr std::size_t longest_common_name = 64;

/// The tenant's name, cut where the standard wants it, and never within a character.
std::string common_name(std::string_view tenant_name) {
    std::string name = fmt::format("mdmctl {}", tenant_name);
    if (name.size() <= longest_common_name)
        return name;
    std::size_t size = longest_common_name;
    while ((static_cast<unsigned char>(name[size]) & 0xC0U) == 0x80U)
        --size;
    name.resize(size);
    return name;
}

TokenKey make_key(store::Change& change, const store::Tenant& tenant, const PubkeyOrder& order) {
    const auto key = crypto::PrivateKey::generate_rsa(key_bits);
    TokenKey made{.tenant = tenant.id,
                  .name = order.name,
                  .certificate = encryption_certificate(key, tenant.name, change.now()),
                  .key_secret = change.keep_secret(tenant.id, token_key_kind, key.to_pem()),
                  .actor = change.caller().actor};
    insert(change.transaction(), made, change.now());
    return made;
}

}  // namespace

std::string_view name(KeyRole role) {
    constexpr std::array<std::string_view, 3> words{"staged", "current", "earlier"};
    return words.at(static_cast<std::size_t>(role));
}

KeyRole role_of(store::Transaction& transaction, const TokenKey& key) {
    for (const HeldToken& held : held_tokens(transaction, key.tenant))
        if (held.current.key == key.id && !held.removed_at)
            return KeyRole::current;
    return key.promoted_at ? KeyRole::earlier : KeyRole::staged;
}

std::optional<ShownKey> key_there(store::Transaction& transaction, const store::Tenant& tenant,
                                  std::string_view token_name) {
    // Newest first: one that was staged before the current key was made is not what the portal is to have.
    for (TokenKey& key : token_keys(transaction, tenant.id)) {
        if (key.name != token_name || !key.key_secret)
            continue;
        const KeyRole role = role_of(transaction, key);
        if (role != KeyRole::earlier)
            return ShownKey{std::move(key), role};
    }
    return std::nullopt;
}

ShownKey key_for_portal(store::Change& change, const store::Tenant& tenant, const PubkeyOrder& order) {
    if (!order.makes_new)
        if (auto there = key_there(change.transaction(), tenant, order.name))
            return std::move(*there);
    return {make_key(change, tenant, order), KeyRole::staged, true};
}

crypto::Certificate encryption_certificate(const crypto::PrivateKey& key, std::string_view tenant_name, Time now) {
    using crypto::KeyUsage;
    return crypto::self_sign(
        {.subject = {{std::string(crypto::oid::common_name), "CN", common_name(tenant_name)}},
         .not_before = now - head_start,
         .not_after = now + validity,
         .extensions = {crypto::basic_constraints(false),
                        crypto::key_usage(KeyUsage::digital_signature | KeyUsage::key_encipherment)}},
        key);
}

}  // namespace mdm::dep
