// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "crypto/certificate.hpp"
#include "dep/opening.hpp"
#include "dep/proof.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mdm::dep {

/// A token that another server holds, as far as anybody told.
struct ToldToken {
    Time expiry{};
    bool estimated = false;                           ///< reckoned from the file's name
    std::optional<crypto::Certificate> public_key{};  ///< that the other server has in the portal
    std::vector<Finding> findings{};                  ///< expiry_estimated, not_for_this_server
};

/// What is to become current.
struct Download {
    std::string file{};                ///< for messages; empty: there is none, and all is told
    std::optional<Opening> opening{};  ///< either this
    Proof proof{};
    std::optional<ToldToken> told{};  ///< or this
    std::string apple_account{};      ///< that a person said
    std::string allowed_server{};     ///< --allow-other-server
    std::string origin{};             ///< that its credentials are sent to, where it is held

    bool tracked() const noexcept { return told.has_value(); }
};

/// The token in it; nullptr: it could not be opened, or another server holds it.
const ServerToken* token_in(const Download& download);
/// By which the very same token is known: the SHA-256 of its access token, in hex.
std::optional<std::string> fingerprint(const Download& download);
/// Tokens of the store that are the same service's, by its UUID or consumer key; earlier and removed ones included.
std::vector<FoundToken> of_the_same_service(store::Transaction& transaction, const Download& download);

}  // namespace mdm::dep
