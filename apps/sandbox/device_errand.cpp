// SPDX-License-Identifier: Apache-2.0
#include "sandbox/device_errand.hpp"

#include "base/text.hpp"
#include "sandbox/download.hpp"
#include "sandbox/server_record.hpp"

#include <fmt/format.h>

namespace mdm::apps {

ErrandOptions::ErrandOptions() : server(default_server), organization(default_organization) {}

void declare_errand(cli::Parser& p, ErrandOptions& o) {
    p.option("--server", "NAME", o.server, "the device management service").shown_default(default_server);
    p.option("--organization", "NAME", o.organization, "whose it is").shown_default(default_organization);
    p.option("--date", "TIME", o.date, "what the records are dated, instead of now");
    p.flag("--without-records", o.without_records, "the stream of changes does not tell of it");
}

sandbox::DeviceErrand errand_of(const ErrandOptions& o) {
    return {o.organization, o.server, o.date, !o.without_records};
}

void declare_choice(cli::Parser& p, ChoiceOptions& o) {
    p.positional("SERIAL", o.serials, "serial numbers of devices").optional();
    p.option("--count", "N", o.count, "so many of the service's list, from its beginning");
    p.option("--skip", "N", o.skip, "leaving out the first so many").needs({"--count"});
}

std::uint32_t device_count(std::string_view option, std::int64_t given, std::int64_t least) {
    if (given < least || given > sandbox::DeviceNumber::most)
        throw Error{ErrorCode::bad_usage, fmt::format("{} takes a number from {} to {}, and not {}", option, least,
                                                      sandbox::DeviceNumber::most, given)};
    return static_cast<std::uint32_t>(given);
}

sandbox::DeviceChoice choice_of(const ChoiceOptions& o) {
    if (o.serials.empty() == (o.count == 0))
        throw Error{ErrorCode::bad_usage, "devices are named by their serial numbers, or counted",
                    "SERIAL..., or --count N"};
    if (!o.serials.empty())
        return {.serials = o.serials};
    return {.serials = {}, .count = device_count("--count", o.count, 1), .skip = device_count("--skip", o.skip, 0)};
}

std::unique_ptr<sandbox::DevicePortal> open_device_portal(const cli::World& world, sandbox::Visit visit) {
    return std::make_unique<sandbox::DevicePortal>(portal_folder(world), world.clock.now(),
                                                   world.settings.dry_run ? sandbox::Visit::look : visit);
}

cli::Record outcome_record(cli::World& world, const sandbox::DeviceOutcome& outcome, std::string_view what) {
    const std::string devices = counted(static_cast<long long>(outcome.devices), "device");
    const std::string& server = outcome.server.service.name;
    world.say(world.settings.dry_run ? fmt::format("{} would be {}; nothing was changed", devices, what)
                                     : fmt::format("{} {}; '{}' has {}", what, devices, server, outcome.total));
    return {{"server", server},
            {"devices", outcome.devices},
            {"total", outcome.total},
            {"organization", outcome.server.organization.name},
            {"server_uuid", outcome.server.service.uuid}};
}

std::vector<ErrorCode> device_codes() {
    return {ErrorCode::no_such_organization, ErrorCode::no_such_server, ErrorCode::no_such_device,
            ErrorCode::damaged_state, ErrorCode::locked};
}

}  // namespace mdm::apps
