// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"
#include "base/time.hpp"

#include <string>

namespace mdm::dep {

/// What is inside the .p7m that the portal gives out: OAuth 1.0a credentials of one device management service.
/// Source: Apple, Device Management, "Examining server tokens".
struct ServerToken {
    std::string consumer_key;  ///< "CK_..."; stays with the service in the portal through its renewals, by experience
    Secret consumer_secret;    ///< "CS_..."
    Secret access_token;       ///< "AT_..."
    Secret access_secret;      ///< "AS_..."
    Time access_token_expiry;  ///< a year after it was made

    ServerToken copy() const;
};

}  // namespace mdm::dep
