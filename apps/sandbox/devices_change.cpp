// SPDX-License-Identifier: Apache-2.0
#include "base/given_name.hpp"
#include "sandbox/commands.hpp"
#include "sandbox/device_errand.hpp"

namespace mdm::apps {
namespace {

struct Options {
    ErrandOptions errand;
    ChoiceOptions choice;
    std::string asset_tag = "changed";
};

cli::Result run(cli::World& world, const Options& o) {
    const sandbox::DeviceChoice which = choice_of(o.choice);
    judge_given_name(o.asset_tag, "the asset tag");
    const auto portal = open_device_portal(world, sandbox::Visit::change);
    return outcome_record(world, portal->change(errand_of(o.errand), which, o.asset_tag), "changed");
}

}  // namespace

cli::Command devices_change_command() {
    return cli::command<Options>({
        .name = "portal devices change",
        .summary = "Change devices of a device management service at the pretend portal",
        .details = "Gives them another asset tag. The stream of changes says modified, as often as they are changed; "
                   "with --without-records it says nothing. If the run is killed, all are changed, or none.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                declare_choice(p, o.choice);
                p.option("--asset-tag", "TEXT", o.asset_tag, "what the tag is from now on").shown_default("changed");
                declare_errand(p, o.errand);
            },
        .run = run,
        .examples = {{"mdmctl sandbox portal devices change --count 1000", "A thousand changes"},
                     {"mdmctl sandbox portal devices change --count 1 --asset-tag lent", "One that can be told"}},
        .codes = cli::codes({ErrorCode::bad_name}, device_codes()),
    });
}

}  // namespace mdm::apps
