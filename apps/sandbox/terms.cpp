// SPDX-License-Identifier: Apache-2.0
#include "sandbox/commands.hpp"
#include "sandbox/download.hpp"
#include "sandbox/server_record.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

enum class Terms { changed, accepted };

struct Options {
    Terms terms = Terms::changed;
    std::string organization = default_organization;
};

cli::Result run(cli::World& world, const Options& o) {
    const bool accepted = o.terms == Terms::accepted;
    sandbox::BusinessPortal portal = open_business_portal(world, sandbox::Visit::change);
    portal.set_terms(o.organization, accepted);
    const std::string what =
        accepted ? fmt::format("the terms are accepted for '{}'", o.organization)
                 : fmt::format("the terms have changed, and '{}' has not accepted them", o.organization);
    world.say(world.settings.dry_run ? "nothing was changed" : what);
    return cli::Record{{"organization", o.organization}, {"terms_accepted", accepted}};
}

}  // namespace

cli::Command terms_command() {
    return cli::command<Options>({
        .name = "portal terms",
        .summary = "Change the terms of the pretend portal, or accept them",
        .details =
            "When Apple changes its terms, an administrator accepts them in the portal, in each organisation. "
            "Until then the DEP service answers every call of that organisation with 403 T_C_NOT_SIGNED. The server "
            "tokens stay, and work again afterwards.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.choice("STATE", o.terms, {{"changed", Terms::changed}, {"accepted", Terms::accepted}},
                         "changed by Apple, or accepted by an administrator");
                p.option("--organization", "NAME", o.organization, "whose administrator")
                    .shown_default(default_organization);
            },
        .run = run,
        .examples = {{"mdmctl sandbox portal terms changed", "See what a server does that nobody told"},
                     {"mdmctl sandbox portal terms accepted", "And mend it"}},
        .codes = {ErrorCode::no_such_organization, ErrorCode::damaged_state, ErrorCode::locked},
    });
}

}  // namespace mdm::apps
