// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "tenant/commands.hpp"

namespace mdm::apps {
namespace {

std::vector<std::string> label_words(store::Transaction& transaction, const store::Tenant& tenant) {
    std::vector<std::string> words;
    for (const store::Label& label : store::labels(transaction, tenant.id))
        words.push_back(label.key + "=" + label.value);
    return words;
}

}  // namespace

cli::Record tenant_record(store::Transaction& transaction, const store::Tenant& tenant) {
    return {
        {"tenant", tenant.name},
        {"display_name", none_if_empty(tenant.display_name)},
        {"external_id", none_if_empty(tenant.external_id)},
        {"state", tenant.state()},
        {"labels", label_words(transaction, tenant)},
        {"uses", tenant.uses},
        {"mdm", none_if_empty(tenant.mdm)},
        {"notes", none_if_empty(tenant.note)},
        {"created_at", tenant.created_at},
        {"removed_at", tenant.removed_at},
        {"purged_at", tenant.purged_at},
        {"handed_over_at", tenant.handed_over_at},
        {"handed_over_to", none_if_empty(tenant.handed_over_to)},
    };
}

}  // namespace mdm::apps
