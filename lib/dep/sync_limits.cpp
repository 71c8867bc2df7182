// SPDX-License-Identifier: Apache-2.0
#include "dep/sync_limits.hpp"

#include <algorithm>

namespace mdm::dep {

std::int64_t page_size(const Account& account, std::int64_t wanted) {
    std::int64_t most = largest_page;
    for (const PermittedService& service : account.urls)
        if (service.uri == "/server/devices" || service.uri == "/devices/sync")
            most = std::min<std::int64_t>(most, std::max(service.maximum_limit.value_or(1000), 1));
    return wanted > 0 ? std::min(wanted, most) : most;
}

}  // namespace mdm::dep
