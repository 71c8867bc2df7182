// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "sandbox/commands.hpp"
#include "sandbox/download.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string apple_account;
};

cli::Result run(cli::World& world, const Options& o) {
    sandbox::BusinessPortal portal = open_business_portal(world, sandbox::Visit::change);
    std::vector<std::string> servers;
    for (const auto& concerned : portal.change_password(o.apple_account))
        servers.push_back(concerned.service.name);
    const auto count = static_cast<long long>(servers.size());
    world.say(world.settings.dry_run ? fmt::format("{} would end; nothing was changed", counted(count, "server token"))
                                     : fmt::format("ended {}", counted(count, "server token")));
    return cli::Record{{"apple_account", o.apple_account}, {"servers", servers}};
}

}  // namespace

cli::Command password_changed_command() {
    return cli::command<Options>({
        .name = "portal account password-changed",
        .summary = "Change the password of an account at the pretend portal, which ends its server tokens",
        .details = "Apple ends every server token that an account has downloaded when that account changes its "
                   "password. Each service named here needs a new one: portal server-token.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--apple-account", "ACCOUNT", o.apple_account, "whose password").required();
            },
        .run = run,
        .examples = {{"mdmctl sandbox portal account password-changed --apple-account admin@example.org",
                      "See which services stand still"}},
        .codes = {ErrorCode::damaged_state, ErrorCode::locked},
    });
}

}  // namespace mdm::apps
