// SPDX-License-Identifier: Apache-2.0
#include "tenant/named_tenant.hpp"

#include <fmt/format.h>

namespace mdm::apps {

void judge_argument(const cli::Settings& settings, const std::string& name) {
    if (name.empty())
        throw Error{ErrorCode::bad_usage, "T is empty: no tenant is named", "mdmctl tenant list"};
    if (settings.tenant_named && settings.tenant != name)
        throw Error{ErrorCode::bad_usage, fmt::format("T is '{}', and --tenant '{}'", name, settings.tenant),
                    "name one tenant; nothing was changed"};
}

store::Tenant named_tenant(store::Transaction& transaction, const cli::Settings& settings, const std::string& name) {
    judge_argument(settings, name);
    if (auto tenant = store::tenant_named(transaction, name))
        return std::move(*tenant);
    throw Error{ErrorCode::no_such_tenant, fmt::format("there is no tenant '{}'", name),
                "mdmctl tenant list --removed"};
}

}  // namespace mdm::apps
