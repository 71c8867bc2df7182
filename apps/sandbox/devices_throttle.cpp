// SPDX-License-Identifier: Apache-2.0
#include "sandbox/commands.hpp"
#include "sandbox/device_errand.hpp"

namespace mdm::apps {
namespace {

struct Options {
    ErrandOptions errand;
    ChoiceOptions choice;
};

cli::Result run(cli::World& world, const Options& o) {
    const sandbox::DeviceChoice which = choice_of(o.choice);
    const auto portal = open_device_portal(world, sandbox::Visit::change);
    return outcome_record(world, portal->throttle(errand_of(o.errand), which), "throttled");
}

}  // namespace

cli::Command devices_throttle_command() {
    return cli::command<Options>({
        .name = "portal devices throttle",
        .summary = "Let devices of the pretend portal vanish from the stream of changes for a day",
        .details = "As Apple does with devices for which it was asked too often. For 24 hours of the rehearsal's clock "
                   "the stream of changes tells nothing of them, neither what was nor what comes; a whole listing has "
                   "them. Then it says of each how it is by now: modified, or deleted.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                declare_choice(p, o.choice);
                declare_errand(p, o.errand);
            },
        .run = run,
        .examples = {{"mdmctl sandbox portal devices throttle --count 10", "Ten devices fall silent"}},
        .codes = device_codes(),
    });
}

}  // namespace mdm::apps
