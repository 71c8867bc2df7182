// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "crypto/certificate.hpp"
#include "dep/encrypted_token.hpp"

#include <optional>
#include <string>

/// What can be said of a server token whose key another server holds.
namespace mdm::dep {

struct ToldEnd {
    Time expiry;
    std::optional<Finding> estimated{};  ///< expiry_estimated, where nobody told it
};

/// When a token ends: what was told, else a year after the time in its file's name, for so long Apple makes them.
/// throws  bad_usage: neither
ToldEnd told_end(const std::string& path, std::optional<Time> told, Time now);

/// not_for_this_server, where a file was not made for the certificate that the other server has in the portal.
std::optional<Finding> other_recipient(const EncryptedToken& file, const crypto::Certificate& certificate,
                                       const std::string& name);

}  // namespace mdm::dep
