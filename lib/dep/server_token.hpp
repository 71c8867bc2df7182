// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"
#include "base/time.hpp"

#include <string>
#include <string_view>

namespace mdm::dep {

/// A member of the JSON that the pretend portal writes, and Apple does not.
inline constexpr std::string_view sandbox_mark = "mdmctl_sandbox";

/// What is inside the .p7m that the portal gives out: OAuth 1.0a credentials of one device management service.
/// Source: Apple, Device Management, "Examining server tokens".
struct ServerToken {
    std::string consumer_key;  ///< "CK_..."; stays with the service in the portal through its renewals, by experience
    Secret consumer_secret;    ///< "CS_..."
    Secret access_token;       ///< "AT_..."
    Secret access_secret;      ///< "AS_..."
    Time access_token_expiry;  ///< a year after it was made
    bool sandbox = false;      ///< it has sandbox_mark: the rehearsal's pretend portal made it

    ServerToken copy() const;
    bool is(const ServerToken& other) const;  ///< the very same one
};

/// It is over: in the second of its end it is not.
inline bool has_ended(Time expiry, Time now) { return now > expiry; }

/// Reads what was encrypted: a MIME part with JSON between the lines BEGIN MESSAGE and END MESSAGE, or JSON alone,
/// which may be wrapped over several lines. Unknown members are ignored.
/// name    of the file, for messages
/// throws  not_a_server_token: there is no such JSON, or a member is missing, there twice, empty, or no string, or the
///         end is no time; which, it says, and no value
ServerToken read_server_token(std::string_view message, std::string_view name);

/// The JSON of the five members, on one line: what the store keeps, and what nanodep takes (PUT /v1/tokens/NAME).
Secret to_json(const ServerToken& token);

}  // namespace mdm::dep
