// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "tenant/commands.hpp"

namespace mdm::apps {
cli::Record tenant_record(const store::Tenant& tenant) {
    return {
        {"tenant", tenant.name},
        {"display_name", none_if_empty(tenant.display_name)},
        {"external_id", none_if_empty(tenant.external_id)},
        {"state", tenant.removed_at ? "removed" : "active"},
        {"created_at", tenant.created_at},
        {"removed_at", tenant.removed_at},
    };
}

}  // namespace mdm::apps
