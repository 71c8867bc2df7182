// SPDX-License-Identifier: Apache-2.0
#include "tenant/commands.hpp"

namespace mdm::apps {
namespace {

std::optional<std::string> or_null(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

cli::Record tenant_record(const store::Tenant& tenant) {
    return {
        {"tenant", tenant.name},
        {"display_name", or_null(tenant.display_name)},
        {"external_id", or_null(tenant.external_id)},
        {"state", tenant.removed_at ? "removed" : "active"},
        {"created_at", tenant.created_at},
        {"removed_at", tenant.removed_at},
    };
}

}  // namespace mdm::apps
