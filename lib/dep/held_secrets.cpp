// SPDX-License-Identifier: Apache-2.0
#include "dep/held_secrets.hpp"

#include "base/error.hpp"
#include "dep/holding.hpp"
#include "store/private_keys.hpp"

#include <fmt/format.h>

namespace mdm::dep {
namespace {

void refuse_tracked(const HeldToken& held, std::string_view tenant_name) {
    if (!held.current.is_held())
        throw Error{ErrorCode::key_not_held,
                    fmt::format("another server holds {}: it is tracked here and no more", called(held, tenant_name)),
                    "do it there; mdmctl dep setup --renew --new-key takes the service over to this store, which ends "
                    "the other"};
}

}  // namespace

ServerToken open_held_token(store::Transaction& transaction, const store::StoreKey& key, const HeldToken& held,
                            std::string_view tenant_name) {
    refuse_tracked(held, tenant_name);
    const Secret json = store::open_secret(transaction, key, *held.current.secret);
    ServerToken token = read_server_token(json.reveal(), "the store");
    if (token.consumer_key != held.current.consumer_key ||
        token.access_token_expiry != held.current.access_token_expiry)
        throw Error{ErrorCode::store_damaged,
                    fmt::format("{} is another than is said beside it", called(held, tenant_name)),
                    "mdmctl store check, mdmctl audit verify; a backup may hold the right one"};
    return token;
}

HeldKey open_held_key(store::Transaction& transaction, const store::StoreKey& key, const HeldToken& held,
                      std::string_view tenant_name) {
    refuse_tracked(held, tenant_name);
    for (TokenKey& one : token_keys(transaction, held.tenant))
        if (one.id == held.current.key && one.key_secret) {
            auto opened = store::open_private_key(transaction, key, *one.key_secret, one.certificate);
            return {std::move(one), std::move(opened)};
        }
    throw Error{ErrorCode::store_damaged, fmt::format("there is no key of {}", called(held, tenant_name)),
                "mdmctl store check; a backup may hold it"};
}

}  // namespace mdm::dep
