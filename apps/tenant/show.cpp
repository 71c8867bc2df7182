// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "tenant/commands.hpp"
#include "tenant/named_tenant.hpp"

namespace mdm::apps {
namespace {

struct Options {
    std::string name;
};

cli::Result run(cli::World& world, const Options& o) {
    if (!o.name.empty())
        judge_argument(world.settings, o.name);
    store::Store store = access::open_store(world);
    store::Transaction transaction = store.read();
    return tenant_record(transaction,
                         store::tenant_meant(transaction, o.name.empty() ? world.settings.tenant : o.name));
}

}  // namespace

cli::Command tenant_show_command() {
    return cli::command<Options>({
        .name = "show",
        .summary = "Show one tenant",
        .details = "T, else --tenant or MDMCTL_TENANT, else the only one there is. Nothing is changed and no key is "
                   "needed.",
        .options = [](cli::Parser& p, Options& o) { p.positional("T", o.name, "the tenant's name").optional(); },
        .run = run,
        .examples = {{"mdmctl tenant show acme", "One, by its name"}},
        .codes = {ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::no_store},
    });
}

}  // namespace mdm::apps
