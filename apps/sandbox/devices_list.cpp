// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "sandbox/commands.hpp"
#include "sandbox/device_errand.hpp"
#include "sandbox/server_record.hpp"

#include <memory>

namespace mdm::apps {
namespace {

struct Options {
    std::string server = default_server;
    std::string organization = default_organization;
};

cli::Result run(cli::World& world, const Options& o) {
    const std::shared_ptr<sandbox::DevicePortal> portal = open_device_portal(world, sandbox::Visit::look);
    return cli::Rows{"devices",
                     {"serial_number", "model", "device_family", "asset_tag", "assigned_at", "throttled_until"},
                     [portal, next = portal->list(o.organization, o.server)]() -> std::optional<cli::Record> {
                         const auto device = next();
                         if (!device)
                             return std::nullopt;
                         return cli::Record{{"serial_number", device->serial},
                                            {"model", device->device.model},
                                            {"device_family", device->device.device_family},
                                            {"os", device->device.os},
                                            {"description", device->device.description},
                                            {"color", device->device.color},
                                            {"asset_tag", none_if_empty(device->asset_tag)},
                                            {"profile_status", device->device.profile_status},
                                            {"assigned_at", device->assigned},
                                            {"throttled_until", device->throttled_until}};
                     }};
}

}  // namespace

cli::Command devices_list_command() {
    return cli::command<Options>({
        .name = "portal devices list",
        .summary = "List the devices of a device management service at the pretend portal",
        .details = "In the order in which they were assigned, as they are now. Nothing is changed.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--server", "NAME", o.server, "the device management service").shown_default(default_server);
                p.option("--organization", "NAME", o.organization, "whose it is").shown_default(default_organization);
            },
        .run = run,
        .examples = {{"mdmctl sandbox portal devices list", "All devices of 'MDM'"},
                     {"mdmctl sandbox portal devices list --output csv >expected.csv",
                      "What a server should have in the end"}},
        .codes = {ErrorCode::no_such_organization, ErrorCode::no_such_server, ErrorCode::damaged_state},
    });
}

}  // namespace mdm::apps
