// SPDX-License-Identifier: Apache-2.0
#include "sandbox/commands.hpp"
#include "sandbox/device_errand.hpp"

namespace mdm::apps {
namespace {

struct Options {
    ErrandOptions errand;
    ChoiceOptions choice;
    std::string to;
};

cli::Result run(cli::World& world, const Options& o) {
    const sandbox::DeviceChoice which = choice_of(o.choice);
    const auto portal = open_device_portal(world, sandbox::Visit::change);
    return outcome_record(world, portal->move(errand_of(o.errand), which, o.to), "moved");
}

}  // namespace

cli::Command devices_move_command() {
    return cli::command<Options>({
        .name = "portal devices move",
        .summary = "Assign devices of the pretend portal to another device management service",
        .details = "The stream of changes of the one service says deleted, that of the other added. What is shown is "
                   "the other's. If the run is killed, all have moved, or none.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                declare_choice(p, o.choice);
                p.option("--to", "NAME", o.to, "the service that has them from now on").required();
                declare_errand(p, o.errand);
            },
        .run = run,
        .examples = {{"mdmctl sandbox portal devices move --count 10 --to Schools", "From 'MDM' to 'Schools'"}},
        .codes = device_codes(),
    });
}

}  // namespace mdm::apps
