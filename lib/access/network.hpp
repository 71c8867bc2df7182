// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/settings.hpp"
#include "net/http.hpp"

namespace mdm::access {

/// How services are asked: with the authorities and the proxy that the settings name.
net::HttpOptions http_options(const cli::Settings& settings);

}  // namespace mdm::access
