// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "sandbox/commands.hpp"
#include "sandbox/download.hpp"
#include "sandbox/server_record.hpp"

namespace mdm::apps {
namespace {

struct Options {
    std::string organization;
};

cli::Result run(cli::World& world, const Options& o) {
    const Time now = world.clock.now();
    const sandbox::BusinessPortal portal = open_business_portal(world, sandbox::Visit::look);
    std::vector<cli::Record> rows;
    for (const auto& server : portal.list(none_if_empty(o.organization)))
        rows.push_back(server_record(server, now));
    return cli::Rows::of("servers",
                         {"server", "state", "access_token_expiry", "days_left", "apple_account", "organization"},
                         std::move(rows));
}

}  // namespace

cli::Command server_list_command() {
    return cli::command<Options>({
        .name = "portal server list",
        .summary = "List the device management services of the pretend portal",
        .details = "Shows each with its last server token: valid, expired, password_changed, or none. Nothing is "
                   "changed.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--organization", "NAME", o.organization, "only those of this organisation");
            },
        .run = run,
        .examples = {{"mdmctl sandbox portal server list", "Every service there is"}},
        .codes = {ErrorCode::damaged_state},
    });
}

}  // namespace mdm::apps
