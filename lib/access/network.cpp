// SPDX-License-Identifier: Apache-2.0
#include "access/network.hpp"

namespace mdm::access {

net::HttpOptions http_options(const cli::Settings& settings) {
    return {.ca_file = settings.ca_file, .proxy = settings.https_proxy, .no_proxy = settings.no_proxy};
}

}  // namespace mdm::access
