// SPDX-License-Identifier: Apache-2.0
#include "store/push_prerequisite.hpp"

#include "store/inventory.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::store {

std::optional<Finding> push_prerequisite(Transaction& transaction, const Tenant& tenant, Time now) {
    const auto certificates = inventory(transaction, {.tenant = tenant.id, .service = "apns"});
    const bool valid = std::any_of(certificates.begin(), certificates.end(),
                                   [&](const InventoryItem& item) { return item.not_after && *item.not_after >= now; });
    if (valid)
        return std::nullopt;
    if (certificates.empty())
        return Finding{Severity::error, ErrorCode::no_push_certificate,
                       fmt::format("the tenant '{}' has no push certificate yet, and without one no device can enroll",
                                   tenant.name),
                       "mdmctl apns import FILE first, --track where another server holds the key; --without-apns goes "
                       "on without",
                       ""};
    Time last{};
    for (const InventoryItem& item : certificates)
        last = std::max(last, item.not_after.value_or(Time{}));
    return Finding{Severity::error, ErrorCode::push_certificate_expired,
                   fmt::format("the push certificate of '{}' ended on {}, and without a valid one no device can enroll",
                               tenant.name, to_rfc3339(last)),
                   "renew it first: mdmctl apns renew FILE; --without-apns goes on without", ""};
}

}  // namespace mdm::store
