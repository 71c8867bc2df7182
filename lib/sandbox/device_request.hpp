// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The bodies of the calls about devices, read as strictly as can be: what a client sends that Apple does not name is
/// refused here, lest it be refused there.
namespace mdm::sandbox {

/// Of a page, where a request does not say.
inline constexpr int default_page = 100;

/// POST /server/devices, POST /devices/sync: {"cursor":"...","limit":1000}
struct PageRequest {
    std::optional<std::string> cursor{};
    int limit = default_page;
};
/// throws  Refusal: 400 MALFORMED_REQUEST_BODY: no JSON object, a member that there is not, or twice, a limit that is
/// no
///         whole number from 1 to 1000, a cursor that is no text; INVALID_CURSOR: one of more than 1000 characters
PageRequest read_page_request(std::string_view body);

/// POST /devices: {"devices":["C02XK0AAJG5H"]}
/// throws  Refusal: 400 DEVICE_ID_REQUIRED: no serial number is there; MALFORMED_REQUEST_BODY: as above, and more than
///         1000 of them
std::vector<std::string> read_device_list(std::string_view body);

}  // namespace mdm::sandbox
