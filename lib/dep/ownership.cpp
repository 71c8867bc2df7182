// SPDX-License-Identifier: Apache-2.0
#include "dep/ownership.hpp"

#include "base/error.hpp"
#include "dep/opening.hpp"

#include <vector>

namespace mdm::dep {
namespace {

std::optional<Ownership> first_of(store::Transaction& transaction, std::vector<FoundKey> found) {
    if (found.empty())
        return std::nullopt;
    FoundKey& first = found.front();
    const KeyRole role = role_of(transaction, first.key);
    return Ownership{std::move(first.tenant_name), std::move(first.key.name), role};
}

}  // namespace

std::optional<Ownership> ownership_of_file(store::Transaction& transaction, std::string_view bytes,
                                           std::string_view name) {
    try {
        return first_of(transaction, keys_for(transaction, read_encrypted_token(bytes, name)));
    } catch (const Error& e) {
        // What the file is has been said already; that it is damaged as well is no question of whose.
        if (e.code() != ErrorCode::not_recognized && e.code() != ErrorCode::malformed_der &&
            e.code() != ErrorCode::too_costly)
            throw;
        return std::nullopt;
    }
}

std::optional<Ownership> ownership_of_key(store::Transaction& transaction, std::string_view sha256) {
    return first_of(transaction, keys_with(transaction, sha256));
}

}  // namespace mdm::dep
