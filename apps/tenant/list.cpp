// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "access/tenant_choice.hpp"
#include "tenant/commands.hpp"

namespace mdm::apps {
namespace {

struct Options {
    bool removed = false;
    std::vector<std::string> labels;
};

cli::Result run(cli::World& world, const Options& o) {
    store::Store store = access::open_store(world);
    store::Transaction transaction = store.read();
    std::vector<cli::Record> rows;
    const auto removed = o.removed ? store::Removed::included : store::Removed::left_out;
    for (const store::Tenant& tenant :
         store::tenants(transaction, {.removed = removed, .labels = access::labels_of(o.labels)}))
        rows.push_back(tenant_record(transaction, tenant));
    return cli::Rows::of("tenants", {"tenant", "display_name", "external_id", "state", "created_at"}, std::move(rows));
}

}  // namespace

cli::Command tenant_list_command() {
    return cli::command<Options>({
        .name = "list",
        .summary = "List the tenants of the store",
        .details = "By name. The store is read as it is at this moment, without any key; nothing is changed.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.flag("--removed", o.removed, "those that were removed as well");
                p.option("--label", "K=V", o.labels, "those that have this label; given again, all of them");
            },
        .run = run,
        .examples = {{"mdmctl tenant list", "All there are"}},
        .codes = {ErrorCode::no_store},
    });
}

}  // namespace mdm::apps
