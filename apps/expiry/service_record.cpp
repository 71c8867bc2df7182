// SPDX-License-Identifier: Apache-2.0
#include "expiry/service_record.hpp"

#include "base/text.hpp"

namespace mdm::apps {

cli::Record service_record(const expiry::ServiceLine& line) {
    const std::optional<store::Tenant>& tenant = line.tenant;
    return {{"id", line.id},
            {"tenant", tenant ? cli::Value(tenant->name) : cli::Value()},
            {"external_id", tenant ? cli::Value(none_if_empty(tenant->external_id)) : cli::Value()},
            {"policy", none_if_empty(line.policy)},
            {"service", line.service},
            {"name", none_if_empty(line.name)},
            {"severity", name(line.health)},
            {"state", line.state},
            {"expires", line.not_after},
            {"days_left", line.days_left},
            {"devices", line.devices},
            {"apple_account", none_if_empty(line.account)},
            {"topic", none_if_empty(line.topic)},
            {"key", none_if_empty(line.key)},
            {"deployed", nullptr},
            {"first_seen_at", line.first_seen_at},
            {"last_checked_at", line.last_checked_at},
            {"acknowledged_until", line.acknowledged_until},
            {"action", none_if_empty(line.action())},
            {"next", line.todo.empty()
                         ? cli::Value()
                         : cli::Value(cli::Record{{"text", line.todo}, {"command", none_if_empty(line.next_command)}})},
            {"findings", line.findings}};
}

}  // namespace mdm::apps
