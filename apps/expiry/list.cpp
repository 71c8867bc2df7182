// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "expiry/commands.hpp"
#include "expiry/round.hpp"
#include "expiry/service_record.hpp"

#include <memory>

namespace mdm::apps {
namespace {

struct Options {
    access::TenantChoice tenants;
    std::optional<std::chrono::seconds> within;
    std::optional<Time> at;
};

cli::Result run(cli::World& world, const Options& o) {
    const auto round =
        std::make_shared<Round>(world, o.tenants, o.at, expiry::Watch::Options{.what = expiry::Watch::What::ends});
    const auto next = [round, within = o.within]() -> std::optional<cli::Record> {
        while (const auto line = round->next())
            if (!within || (line->not_after && *line->not_after - round->checked_at() <= *within))
                return service_record(*line);
        return std::nullopt;
    };
    return cli::Rows{.name = "services",
                     .columns = {"tenant", "service", "name", "state", "expires", "days_left", "policy", "key"},
                     .next = next,
                     .behind = [round] { return round->behind(); }};
}

}  // namespace

cli::Command expiry_list_command() {
    return cli::command<Options>({
        .name = "list",
        .summary = "List everything that ends, whatever service it belongs to",
        .details = "What the store keeps for all tenants first, then tenant by tenant. --within shows what ends by "
                   "then, or has ended. The items are those of mdmctl check, without its findings.",
        .options =
            [](cli::Parser& p, Options& o) {
                access::declare_tenant_choice(p, o.tenants);
                p.option("--within", "LENGTH", o.within, "what ends so soon alone: 60d, 8w");
                p.option("--at", "TIME", o.at, "as if it were then").shown_default("now");
            },
        .run = run,
        .examples = {{"mdmctl expiry list --tenant acme", "All that one customer has"},
                     {"mdmctl expiry list --all-tenants --within 60d", "What the coming two months bring"}},
        .codes = {ErrorCode::expired, ErrorCode::expiring, ErrorCode::no_such_tenant, ErrorCode::tenant_not_named,
                  ErrorCode::no_store},
    });
}

}  // namespace mdm::apps
