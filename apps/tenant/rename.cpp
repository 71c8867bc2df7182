// SPDX-License-Identifier: Apache-2.0
#include "base/json_object.hpp"
#include "tenant/commands.hpp"
#include "tenant/named_tenant.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string tenant;
    std::string name;
};

cli::Result run(cli::World& world, const Options& o) {
    return changing_tenant(world, "tenant rename", o.tenant, [&](access::Changing& run) -> cli::Result {
        store::Tenant tenant = run.tenant();
        store::rename_tenant(run.transaction(), tenant, o.name);
        const bool changed = tenant.name != o.tenant;
        cli::Record record = tenant_record(run.transaction(), tenant);
        record.add({"changed", changed});
        if (changed)
            run.finish(json_object({{"tenant", o.tenant}}), json_object({{"tenant", tenant.name}}));
        world.say(run.is_dry_run() ? "it can be renamed; nothing was changed"
                                   : (changed ? fmt::format("'{}' is '{}' now", o.tenant, tenant.name)
                                              : "it is called that already"));
        return record;
    });
}

}  // namespace

cli::Command tenant_rename_command() {
    return cli::command<Options>({
        .name = "rename",
        .summary = "Give a tenant another name",
        .details =
            "Everything that it has goes along: certificates, keys, history, its audit chain, which keeps the "
            "old name in older events. Scripts that name it by the old name end with exit 3 from then on. One that "
            "was removed or purged can be renamed as well: that makes its name free.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("T", o.tenant, "the tenant's name").required();
                p.positional("NAME", o.name, "its new name").required();
            },
        .run = run,
        .examples = {{"mdmctl tenant rename acme acme-emea", "There are two of them now"}},
        .codes = {ErrorCode::tenant_exists, ErrorCode::bad_name, ErrorCode::no_such_tenant, ErrorCode::no_store,
                  ErrorCode::no_store_key, ErrorCode::locked, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
