// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/settings.hpp"
#include "net/http.hpp"

namespace mdm::access {

/// How services are asked: with the authorities, the proxy and the User-Agent that the settings name, and with the
/// trace that --trace asks for. throws  bad_setting: the User-Agent is not one line of printable ASCII
net::HttpOptions http_options(const cli::Settings& settings);

}  // namespace mdm::access
