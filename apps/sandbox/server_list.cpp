// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "sandbox/commands.hpp"
#include "sandbox/download.hpp"
#include "sandbox/fleet_log.hpp"
#include "sandbox/server_record.hpp"

namespace mdm::apps {
namespace {

struct Options {
    std::string organization;
};

cli::Result run(cli::World& world, const Options& o) {
    const Time now = world.clock.now();
    const sandbox::BusinessPortal portal = open_business_portal(world, sandbox::Visit::look);
    sandbox::FleetLog log(portal_folder(world));
    const sandbox::Fleet& fleet = log.read();
    std::vector<cli::Record> rows;
    for (const auto& server : portal.list(none_if_empty(o.organization))) {
        rows.push_back(server_record(server, now));
        rows.back().add({"devices", fleet.size(server.service.uuid)});
    }
    return cli::Rows::of(
        "servers", {"server", "state", "access_token_expiry", "days_left", "devices", "apple_account", "organization"},
        std::move(rows));
}

}  // namespace

cli::Command server_list_command() {
    return cli::command<Options>({
        .name = "portal server list",
        .summary = "List the device management services of the pretend portal",
        .details = "Shows each with its last server token: valid, expired, password_changed, or none; and how many "
                   "devices it has. Nothing is changed.",
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
