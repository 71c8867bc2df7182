// SPDX-License-Identifier: Apache-2.0
// POST /devices. Source: Apple, Device Management, "Get Device Details".
#include "base/json_object.hpp"
#include "sandbox/dep_endpoint.hpp"
#include "sandbox/device_page.hpp"
#include "sandbox/device_request.hpp"

#include <fmt/format.h>
#include <set>

namespace mdm::sandbox {

HttpAnswer device_details_answer(const DepCall& call) {
    std::string body = R"({"devices":{)";
    DeviceWriter writer(call.protocol_version);
    std::set<std::string> told;
    for (const std::string& serial : read_device_list(call.request.body)) {
        if (!told.insert(serial).second)
            continue;
        body += fmt::format(R"({}"{}":)", told.size() > 1 ? "," : "", json_escaped(serial));
        const auto number = device_with_serial(serial);
        const auto found = number ? call.fleet.find(call.caller.service->uuid, *number) : std::nullopt;
        if (found)
            writer.append(body, *found, R"("response_status":"SUCCESS")");
        else
            body += R"({"response_status":"NOT_ACCESSIBLE"})";
    }
    return {.content_type = std::string(dep_content_type), .body = body + "}}"};
}

}  // namespace mdm::sandbox
