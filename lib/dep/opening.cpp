// SPDX-License-Identifier: Apache-2.0
#include "dep/opening.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "dep/token_key.hpp"
#include "store/private_keys.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::dep {
namespace {

crypto::PrivateKey private_key(store::Transaction& transaction, const store::StoreKey& store_key, const TokenKey& key) {
    return store::open_private_key(transaction, store_key, *key.key_secret, key.certificate);
}

/// A file that was encrypted for this very certificate.
ServerToken opened(store::Transaction& transaction, const store::StoreKey& store_key, const EncryptedToken& file,
                   const TokenKey& key, const std::string& name) {
    const auto message = file.message.open(private_key(transaction, store_key, key));
    if (!message)
        throw Error{ErrorCode::not_a_server_token,
                    fmt::format("'{}' was made for the key with serial {}, and does not open with it: it was cut or "
                                "changed",
                                name, key.certificate.serial()),
                    "get the file again from where it was saved; downloading anew ends the token in use"};
    return read_server_token(message->reveal(), name);
}

/// The portal may have been given another certificate of the same key.
bool open_by_trial(Opening& opening, store::Transaction& transaction, const store::StoreKey& store_key,
                   const EncryptedToken& file, const TokenKey& key, const std::string& name) {
    const auto message = file.message.open(private_key(transaction, store_key, key));
    if (!message)
        return false;
    try {
        opening.token = read_server_token(message->reveal(), name);
    } catch (const Error& e) {
        if (e.code() != ErrorCode::not_a_server_token)
            throw;
        return false;  // random bytes: it is another key's
    }
    opening.key = key;
    return true;
}

Finding other_tenant(const FoundKey& found, const store::Tenant& tenant, const std::string& name) {
    return {
        Severity::error, ErrorCode::other_tenant,
        fmt::format("'{}' was made for a key of the tenant '{}', not of '{}'", name, found.tenant_name, tenant.name),
        fmt::format("--tenant {} is whom it belongs to: downloading it has ended the token that is in use there",
                    shell_quoted(found.tenant_name)),
        "recipient"};
}

Finding not_for_our_key(const EncryptedToken& file, const store::Tenant& tenant, const std::vector<TokenKey>& keys,
                        store::Transaction& transaction, const std::string& name) {
    std::vector<std::string> ours;
    for (const TokenKey& key : keys)
        ours.push_back(fmt::format("serial {} ({})", key.certificate.serial(), dep::name(role_of(transaction, key))));
    return {
        Severity::error, ErrorCode::not_for_our_key,
        fmt::format("'{}' was made for {}; {}", name, joined(recipient_names(file), "; "),
                    ours.empty() ? fmt::format("the tenant '{}' has no key yet", tenant.name)
                                 : fmt::format("the keys of '{}' are {}", tenant.name, joined(ours, ", "))),
        ours.empty()
            ? "where another server holds the key: --track; else mdmctl dep setup leads to one that is held "
              "here"
            : "it may be another service's, and belongs there; where it is the right service, mdmctl dep setup --renew "
              "leads to one for a key of this store; where another server holds the key: --track",
        "recipient"};
}

}  // namespace

std::vector<FoundKey> keys_for(store::Transaction& transaction, const EncryptedToken& file) {
    return keys_for(transaction, file.message.recipients());
}

Opening open_token(store::Transaction& transaction, const store::StoreKey& store_key, const store::Tenant& tenant,
                   const EncryptedToken& file, const std::string& name) {
    Opening opening;
    const auto found = keys_for(transaction, file);
    for (const FoundKey& one : found)
        if (one.key.tenant == tenant.id && one.key.key_secret) {
            opening.token = opened(transaction, store_key, file, one.key, name);
            opening.key = one.key;
            return opening;
        }
    const auto others = std::find_if(found.begin(), found.end(), [&](const FoundKey& one) {
        return one.key.tenant != tenant.id && one.key.key_secret;
    });
    if (others != found.end()) {
        opening.findings.push_back(other_tenant(*others, tenant, name));
        return opening;
    }
    const std::vector<TokenKey> keys = token_keys(transaction, tenant.id);
    for (const TokenKey& key : keys)
        if (key.key_secret && open_by_trial(opening, transaction, store_key, file, key, name))
            return opening;
    opening.findings.push_back(not_for_our_key(file, tenant, keys, transaction, name));
    return opening;
}

}  // namespace mdm::dep
