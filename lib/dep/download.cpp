// SPDX-License-Identifier: Apache-2.0
#include "dep/download.hpp"

#include "crypto/digest.hpp"

#include <algorithm>
#include <utility>

namespace mdm::dep {

const ServerToken* token_in(const Download& download) {
    return download.opening && download.opening->token ? &*download.opening->token : nullptr;
}

std::optional<std::string> fingerprint(const Download& download) {
    const ServerToken* token = token_in(download);
    return token ? std::optional(crypto::sha256_hex(token->access_token.reveal())) : std::nullopt;
}

std::vector<FoundToken> of_the_same_service(store::Transaction& transaction, const Download& download) {
    std::vector<FoundToken> all;
    const auto add = [&](SharedField field, const std::string& value) {
        if (value.empty())
            return;
        for (FoundToken& found : tokens_with(transaction, field, value))
            if (std::none_of(all.begin(), all.end(),
                             [&](const FoundToken& known) { return known.version.id == found.version.id; }))
                all.push_back(std::move(found));
    };
    if (download.proof.account)
        add(SharedField::server_uuid, download.proof.account->server_uuid);
    if (const ServerToken* token = token_in(download))
        add(SharedField::consumer_key, token->consumer_key);
    return all;
}

}  // namespace mdm::dep
