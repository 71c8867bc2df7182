// SPDX-License-Identifier: Apache-2.0
// What the pretend DEP service reads of requests about devices: bodies, cursors, serial numbers; and the log of what
// was done to devices.
#include "sandbox/device_request.hpp"
#include "sandbox/fleet_cursor.hpp"
#include "sandbox/fleet_log.hpp"
#include "sandbox/refusal.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

namespace {

using namespace mdm::sandbox;

void require(bool holds) {
    if (!holds)
        std::abort();
}

void check_bodies(std::string_view text) {
    try {
        const PageRequest request = read_page_request(text);
        require(request.limit >= 1 && request.limit <= 1000);
        require(!request.cursor || request.cursor->size() <= longest_cursor);
    } catch (const Refusal& refusal) {
        require(refusal.status == 400 && !refusal.code.empty());
    }
    try {
        const auto serials = read_device_list(text);
        require(!serials.empty() && serials.size() <= 1000);
    } catch (const Refusal& refusal) {
        require(refusal.status == 400 && !refusal.code.empty());
    }
}

void check_cursor(std::string_view text) {
    if (const auto cursor = read_cursor(text, "key"))
        require(to_text(*cursor, "key") == text);
    if (const auto device = device_with_serial(text))
        require(serial_number(*device) == text);
}

/// A log of these lines, as far as it could be.
void check_log(std::string_view text) {
    Fleet fleet;
    try {
        while (!text.empty()) {
            const auto end = text.find('\n');
            const FleetOperation operation = read_operation(text.substr(0, end));
            require(to_line(read_operation(to_line(operation))) == to_line(operation));
            fleet.apply(operation);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
            const auto now = operation.at;
            const auto listed = fleet.listing(operation.server, {fleet.events(), 0, 0}, 10);
            require(listed.records.size() == std::min<std::uint64_t>(fleet.size(operation.server), 10));
            static_cast<void>(fleet.stream(operation.server, Fleet::stream_behind(0, now), 10, now));
            static_cast<void>(fleet.stream(operation.server, Fleet::stream_behind(0, now), 10, now + cooldown));
        }
    } catch (const std::invalid_argument&) {
        return;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_bodies(text);
    check_cursor(text);
    check_log(text);
    return 0;
}
