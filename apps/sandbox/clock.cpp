// SPDX-License-Identifier: Apache-2.0
#include "sandbox/commands.hpp"
#include "sandbox/rehearsal.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string to;
};

/// A clock in MDMCTL_NOW itself is a constant, and outside a rehearsal a clock file is somebody else's.
void refuse_outside(const cli::Settings& settings) {
    if (!settings.rehearsal || settings.clock_file.empty())
        throw Error{ErrorCode::not_a_rehearsal,
                    settings.rehearsal ? "MDMCTL_NOW is no file here, so that the clock cannot be moved"
                                       : "this is no rehearsal, and the clock of the real world is not moved",
                    "mdmctl sandbox run -- COMMAND makes a rehearsal, with a clock that COMMAND can move"};
}

cli::Record record_of(std::optional<Time> before, Time now) { return {{"before", before}, {"now", now}}; }

cli::Result run(cli::World& world, const Options& o) {
    refuse_outside(world.settings);
    const Time before = world.clock.now();
    if (o.to.empty())
        return record_of(std::nullopt, before);
    const Time now = sandbox::moved_clock(before, o.to);
    if (world.settings.dry_run) {
        world.say(fmt::format("the clock would be moved to {}; nothing was changed", to_rfc3339(now)));
    } else {
        world.write({world.settings.clock_file}, to_rfc3339(now) + "\n", Privacy::open, {});
        world.say(fmt::format("moved the clock of the rehearsal to {}", to_rfc3339(now)));
    }
    return record_of(before, now);
}

}  // namespace

cli::Command clock_command() {
    return cli::command<Options>({
        .name = "clock",
        .summary = "Show the clock of the rehearsal, or move it",
        .details =
            "For COMMAND of mdmctl sandbox run: every command and every pretend service of the rehearsal reads this "
            "clock (MDMCTL_NOW names its file), also while it runs. It stands still until it is moved. TLS, locks and "
            "the times of files keep the real clock.\n\n"
            "With +, it goes forward: +365d, +2w, +12h, +90m (minutes), +30s. It goes back only where a time is "
            "written out. If the run is killed, the clock is as before or as asked for; without TIME it is shown.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("TIME", o.to, "+365d, 2027-01-07 or 2027-01-07T04:04:46Z; without it nothing is moved")
                    .optional();
            },
        .run = run,
        .examples = {{"mdmctl sandbox clock +335d", "A month before the certificate ends"},
                     {"mdmctl sandbox clock 2027-01-07T04:04:46Z", "To the second"},
                     {"mdmctl sandbox clock", "What time is it here?"}},
        .codes = {ErrorCode::not_a_rehearsal, ErrorCode::locked},
    });
}

}  // namespace mdm::apps
