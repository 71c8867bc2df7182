// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/record.hpp"
#include "sandbox/business_portal.hpp"

#include <string>
#include <vector>

namespace mdm::apps {

/// A device management service of the pretend portal with its last token, as all commands show it.
/// state   valid, expired, superseded, password_changed; none: no token was made yet
cli::Record server_record(const sandbox::ListedServer& server, Time now);

/// The organisation and the service that a command without names is about.
inline const std::string default_organization = "Example Organization";
inline const std::string default_server = "MDM";
inline const std::string default_business_account = "admin@example.org";

}  // namespace mdm::apps
