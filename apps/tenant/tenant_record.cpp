// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "tenant/commands.hpp"

namespace mdm::apps {
namespace {

cli::Value value_of(const std::vector<store::Label>& labels) {
    cli::Record record;
    for (const store::Label& label : labels)
        record.add({label.key, label.value});
    return record.fields.empty() ? cli::Value() : cli::Value(std::move(record));
}

}  // namespace

cli::Record tenant_state_record(const store::Tenant& tenant) {
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

cli::Record tenant_record(store::Transaction& transaction, const store::Tenant& tenant) {
    return tenant_record(tenant, store::labels(transaction, tenant.id));
}

cli::Record tenant_record(const store::Tenant& tenant, const std::vector<store::Label>& labels) {
    cli::Record record = tenant_state_record(tenant);
    record.add({"labels", value_of(labels)});
    record.add({"uses", tenant.uses.empty() ? cli::Value() : cli::Value(tenant.uses)});
    record.add({"mdm", none_if_empty(tenant.mdm)});
    record.add({"notes", tenant.note.empty() ? cli::Value() : cli::Value(cli::Note{tenant.note})});
    return record;
}

}  // namespace mdm::apps
