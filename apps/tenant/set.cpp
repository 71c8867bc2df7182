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
    std::optional<std::string> display_name;
    std::optional<std::string> external_id;
    std::vector<std::string> labels;
    std::string uses;
};

/// What the options say, read before anything is opened.
struct Wish {
    std::vector<store::Label> labels;
    std::optional<std::vector<std::string>> uses;
};

Wish wish_of(const Options& o) {
    if (!o.display_name && !o.external_id && o.labels.empty() && o.uses.empty())
        throw Error{ErrorCode::bad_usage, "there is nothing to set",
                    "--display-name, --external-id, --label or --uses"};
    if (o.display_name && !o.display_name->empty())
        judge_given_name(*o.display_name, "the display name");
    if (o.external_id && !o.external_id->empty())
        judge_given_name(*o.external_id, "the external id");
    Wish wish;
    for (const std::string& label : o.labels)
        wish.labels.push_back(store::Label::parse(label));
    if (!o.uses.empty())
        wish.uses = store::parse_services(o.uses);
    return wish;
}

std::string told(store::Transaction& transaction, const store::Tenant& tenant) {
    std::vector<std::string> labels;
    for (const store::Label& label : store::labels(transaction, tenant.id))
        labels.push_back(label.key + "=" + label.value);
    return json_object({{"display_name", none_if_empty(tenant.display_name)},
                        {"external_id", none_if_empty(tenant.external_id)},
                        {"labels", none_if_empty(joined(labels, ","))},
                        {"uses", none_if_empty(joined(tenant.uses, ","))}});
}

void change(store::Transaction& transaction, store::Tenant& tenant, const Options& o, const Wish& wish) {
    tenant.display_name = o.display_name.value_or(tenant.display_name);
    tenant.external_id = o.external_id.value_or(tenant.external_id);
    if (wish.uses)
        tenant.uses = *wish.uses;
    store::update(transaction, tenant);
    for (const store::Label& label : wish.labels)
        store::set_label(transaction, tenant.id, label);
}

cli::Result run(cli::World& world, const Options& o) {
    const Wish wish = wish_of(o);
    const auto act = [&](access::Changing& run) -> cli::Result {
        store::Tenant tenant = run.tenant();
        const std::string before = told(run.transaction(), tenant);
        change(run.transaction(), tenant, o, wish);
        const std::string after = told(run.transaction(), tenant);
        cli::Record record = tenant_record(run.transaction(), tenant);
        record.add({"changed", before != after});
        if (before != after)
            run.finish(before, after);
        world.say(run.is_dry_run() ? "it can be set; nothing was changed"
                                   : (before == after ? "it is so already" : "noted"));
        return record;
    };
    return changing_tenant(world, "tenant set", o.tenant, act, false);
}

}  // namespace

cli::Command tenant_set_command() {
    return cli::command<Options>({
        .name = "set",
        .summary = "Note what is known of a tenant: display name, external id, labels, what it uses",
        .details = "Labels choose groups of tenants, with --label beside --all-tenants; an empty value takes one away. "
                   "What a tenant uses and has not, mdmctl check shows; what it does not use is no line there.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("T", o.tenant, "the tenant's name").required();
                p.option("--display-name", "N", o.display_name, "what people call it; empty: nothing");
                p.option("--external-id", "ID", o.external_id, "what another system calls it; empty: nothing");
                p.option("--label", "K=V", o.labels, "a label; K= takes it away");
                p.option("--uses", "LIST", o.uses, "apns,dep,maid,google,vpp: what it means to have; or none");
            },
        .run = run,
        .examples = {{"mdmctl tenant set acme --label region=north --label tier=gold", "By which groups are chosen"},
                     {"mdmctl tenant set acme --uses apns,dep", "What it is to have"}},
        .codes = {ErrorCode::no_such_tenant, ErrorCode::handed_over, ErrorCode::bad_name, ErrorCode::no_store,
                  ErrorCode::no_store_key, ErrorCode::locked, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
