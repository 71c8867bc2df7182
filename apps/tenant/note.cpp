// SPDX-License-Identifier: Apache-2.0
#include "base/given_name.hpp"
#include "base/json_object.hpp"
#include "base/text.hpp"
#include "tenant/commands.hpp"
#include "tenant/named_tenant.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string tenant;
    std::string text;
};

cli::Result run(cli::World& world, const Options& o) {
    judge_note(o.text);
    const auto act = [&](access::Changing& run) -> cli::Result {
        store::Tenant tenant = run.tenant();
        const std::string before = tenant.note;
        tenant.note = o.text;
        store::update(run.transaction(), tenant);
        cli::Record record = tenant_record(run.transaction(), tenant);
        record.add({"changed", before != tenant.note});
        if (before != tenant.note)
            run.finish(json_object({{"note", none_if_empty(before)}}),
                       json_object({{"note", none_if_empty(tenant.note)}}));
        world.say(run.is_dry_run() ? "it can be noted; nothing was changed"
                                   : (before == tenant.note ? "it is so already" : "noted"));
        return record;
    };
    return changing_tenant(world, "tenant note", o.tenant, act, false);
}

}  // namespace

cli::Command tenant_note_command() {
    return cli::command<Options>({
        .name = "note",
        .summary = "Write down what your successor should know of a tenant",
        .details = "One note a tenant, which takes the place of the one before (the audit keeps both); an empty TEXT "
                   "takes it away. No secrets: a note is shown to whoever may read the store.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("T", o.tenant, "the tenant's name").required();
                p.positional("TEXT", o.text, "the note").required();
            },
        .run = run,
        .examples = {{"mdmctl tenant note acme 'renews in January with Jo, phone 123'", "Who to ask"}},
        .codes = {ErrorCode::no_such_tenant, ErrorCode::handed_over, ErrorCode::no_store, ErrorCode::no_store_key,
                  ErrorCode::locked, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
