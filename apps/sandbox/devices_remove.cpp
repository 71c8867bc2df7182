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
    return outcome_record(world, portal->remove(errand_of(o.errand), which), "removed");
}

}  // namespace

cli::Command devices_remove_command() {
    return cli::command<Options>({
        .name = "portal devices remove",
        .summary = "Take devices away from a device management service at the pretend portal",
        .details = "As when they are unassigned or released: they are in no listing that begins afterwards, and the "
                   "stream of changes says deleted; with --without-records it says nothing. portal devices add SERIAL "
                   "brings them back. If the run is killed, all are gone, or none.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                declare_choice(p, o.choice);
                declare_errand(p, o.errand);
            },
        .run = run,
        .examples = {{"mdmctl sandbox portal devices remove --count 10", "Ten devices are sold"},
                     {"mdmctl sandbox portal devices remove --count 10 --skip 500 --without-records",
                      "See who finds out"}},
        .codes = device_codes(),
    });
}

}  // namespace mdm::apps
