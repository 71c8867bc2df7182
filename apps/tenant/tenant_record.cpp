// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "tenant/commands.hpp"

namespace mdm::apps {

cli::Record tenant_record(const store::Tenant& tenant) {
    return {
        {"tenant", tenant.name},
        {"display_name", none_if_empty(tenant.display_name)},
        {"external_id", none_if_empty(tenant.external_id)},
        {"state", tenant.state()},
        {"created_at", tenant.created_at},
        {"removed_at", tenant.removed_at},
        {"purged_at", tenant.purged_at},
        {"handed_over_at", tenant.handed_over_at},
        {"handed_over_to", none_if_empty(tenant.handed_over_to)},
    };
}

}  // namespace mdm::apps
