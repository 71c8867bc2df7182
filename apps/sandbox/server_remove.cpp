// SPDX-License-Identifier: Apache-2.0
#include "sandbox/commands.hpp"
#include "sandbox/download.hpp"
#include "sandbox/server_record.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string server;
    std::string organization = default_organization;
};

cli::Result run(cli::World& world, const Options& o) {
    sandbox::BusinessPortal portal = open_business_portal(world, sandbox::Visit::change);
    const auto removed = portal.remove_server(o.organization, o.server);
    world.say(world.settings.dry_run ? fmt::format("'{}' would be removed; nothing was changed", o.server)
                                     : fmt::format("removed '{}' with its server tokens", o.server));
    return server_record(removed, world.clock.now());
}

}  // namespace

cli::Command server_remove_command() {
    return cli::command<Options>({
        .name = "portal server remove",
        .summary = "Remove a device management service at the pretend portal",
        .details = "Its server tokens end, and its devices go with it. A service that is made anew under the same "
                   "name, by portal server-token, is "
                   "another one: it has another UUID and another consumer key.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("NAME", o.server, "the device management service");
                p.option("--organization", "NAME", o.organization, "whose it is").shown_default(default_organization);
            },
        .run = run,
        .examples = {{"mdmctl sandbox portal server remove MDM", "Lose the record of a server, to see what follows"}},
        .codes = {ErrorCode::no_such_organization, ErrorCode::no_such_server, ErrorCode::damaged_state,
                  ErrorCode::locked},
    });
}

}  // namespace mdm::apps
