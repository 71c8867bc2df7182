// SPDX-License-Identifier: Apache-2.0
#include "sandbox/commands.hpp"
#include "sandbox/device_errand.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    ErrandOptions errand;
    std::vector<std::string> serials;
    std::int64_t count = 0;
    std::int64_t seed = 1;
};

cli::Result run(cli::World& world, const Options& o) {
    if (o.serials.empty() == (o.count == 0))
        throw Error{ErrorCode::bad_usage, "devices are new ones, or such as went before",
                    "--count N adds new ones, SERIAL... those with these serial numbers"};
    if (o.seed < 0 || o.seed >= sandbox::DeviceNumber::seeds)
        throw Error{ErrorCode::bad_usage,
                    fmt::format("a seed is a number from 0 to {}", sandbox::DeviceNumber::seeds - 1)};
    const auto portal = open_device_portal(world, sandbox::Visit::change);
    const auto added = o.serials.empty() ? portal->add_new(errand_of(o.errand), static_cast<std::uint32_t>(o.seed),
                                                           device_count("--count", o.count, 1))
                                         : portal->add_again(errand_of(o.errand), o.serials);
    return outcome_record(world, added, "added");
}

}  // namespace

cli::Command devices_add_command() {
    return cli::command<Options>({
        .name = "portal devices add",
        .summary = "Assign devices to a device management service at the pretend portal",
        .details =
            "As after an order, or when an administrator chooses a server for them: the DEP service lists them from "
            "then on, and its stream of changes says added. What a device is follows from its seed and number alone, "
            "so that a million of them are as quickly there as one, and the same in each rehearsal; their serial "
            "numbers come in no order. The same seed again gives the next devices.\n\n"
            "Records are dated by the rehearsal's clock, each operation a second after the one before at least, so "
            "that it is clear which is newer; --date says otherwise, for records of one second or such as come too "
            "late. With --without-records only a whole listing finds the devices. If the run is killed, all are "
            "there, or none.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("SERIAL", o.serials, "devices that were removed before").optional();
                p.option("--count", "N", o.count, "so many new devices");
                p.option("--seed", "S", o.seed, "what they are made from").shown_default("1").needs({"--count"});
                declare_errand(p, o.errand);
            },
        .run = run,
        .examples = {{"mdmctl sandbox portal devices add --count 1000000", "A large organisation"},
                     {"mdmctl sandbox portal devices add --count 20 --without-records",
                      "Devices that the stream of changes does not tell of"}},
        .codes = device_codes(),
    });
}

}  // namespace mdm::apps
