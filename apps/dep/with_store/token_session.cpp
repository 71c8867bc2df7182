// SPDX-License-Identifier: Apache-2.0
#include "dep/with_store/token_session.hpp"

#include "base/json_object.hpp"
#include "base/text.hpp"
#include "dep/account.hpp"

#include <fmt/format.h>

namespace mdm::apps {

store::Store open_dep_store(const cli::World& world) { return store::Store(dep_store_options(world)); }

store::StoreOptions dep_store_options(const cli::World& world) { return access::store_options(world, {dep::room()}); }

std::string token_object(std::string_view name) { return fmt::format("server token '{}'", name); }

std::string token_value(const dep::HeldToken& held) {
    const dep::Version& current = held.current;
    return json_object({{"name", held.name},
                        {"consumer_key", current.consumer_key},
                        {"server_uuid", none_if_empty(current.service.server_uuid)},
                        {"access_token_expiry", to_rfc3339(current.access_token_expiry)},
                        {"apple_account", none_if_empty(held.apple_account)},
                        {"key", current.is_held() ? "held" : "tracked"}});
}

cli::Record token_record(const store::PolicyTree& tree, const store::Tenant& tenant, const dep::HeldToken& held,
                         Time now) {
    const dep::Version& current = held.current;
    const dep::Service& service = current.service;
    const std::string_view state = dep::state_of(tree, held, now);
    return {{"tenant", tenant.name},
            {"name", held.name},
            {"program", none_if_empty(dep::program_of(service.org_type))},
            {"server_name", none_if_empty(service.server_name)},
            {"server_uuid", none_if_empty(service.server_uuid)},
            {"org_name", none_if_empty(service.org_name)},
            {"org_id", none_if_empty(service.org_id)},
            {"apple_account", none_if_empty(held.account())},
            {"consumer_key", current.consumer_key},
            {"access_token_expiry", current.access_token_expiry},
            {"days_left", days_between(now, current.access_token_expiry)},
            {"state", state},
            {"state_seen_at", held.standing_at},
            {"action", none_if_empty(dep::todo_of(held, state))},
            {"key", current.is_held() ? "held" : "tracked"},
            {"origin", none_if_empty(held.origin)},
            {"asked_at", service.asked_at},
            {"retry_at", held.retry_at},
            {"last_sync", held.last_sync},
            {"devices", held.devices},
            {"notes", held.note.empty() ? cli::Value() : cli::Value(cli::Note{held.note})}};
}

cli::Record token_record(store::Transaction& transaction, const store::Tenant& tenant, const dep::HeldToken& held,
                         Time now) {
    return token_record(store::PolicyTree(transaction, tenant.id), tenant, held, now);
}

const std::vector<std::string>& token_columns() {
    static const std::vector<std::string> columns{"tenant",      "name",      "state",
                                                  "key",         "days_left", "access_token_expiry",
                                                  "server_name", "org_name",  "apple_account"};
    return columns;
}

void declare_token_name(cli::Parser& p, std::string& name) {
    p.option("--name", "N", name, "which of the tenant's server tokens").shown_default("default, else the only one");
}

void warn_of_findings(const cli::World& world, const std::vector<Finding>& findings) {
    for (const Finding& finding : findings)
        if (finding.severity == Severity::warning)
            world.warn(finding.message);
}

}  // namespace mdm::apps
