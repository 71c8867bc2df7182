// SPDX-License-Identifier: Apache-2.0
// A page of devices: what is read of it is within its limits and of one form, and reads again as the same.
#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/time.hpp"
#include "dep/device_page.hpp"
#include "dep/newest.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>

namespace {

using namespace mdm;

void require(bool holds) {
    if (!holds)
        std::abort();
}

bool is_kept_time(std::string_view text) {
    const auto time = parse_time(text);
    return time && to_rfc3339(*time) == text;
}

void check_more(std::string_view more) {
    require(more.size() <= limits::dep_more);
    const auto json = nlohmann::json::parse(more, nullptr, false);
    require(json.is_object() && !json.empty());
    // Once more through the reader it is the same text.
    dep::DevicePageReader reader;
    const auto& page = reader.read(
        R"({"cursor":"c","more_to_follow":false,"devices":[{"serial_number":"x",)" + std::string(more.substr(1)) + "]}",
        1);
    require(page.devices.size() == 1);
    if (page.findings.empty())
        require(page.devices[0].more == more);
}

void check_device(const dep::DeviceRecord& device) {
    require(!device.serial.empty() && device.serial.size() <= limits::dep_serial);
    require(device.serial.find('\0') == std::string_view::npos);
    for (std::size_t i = 0; i < device.fields.size(); ++i) {
        const auto& field = device.fields[i];
        if (!field)
            continue;
        require(field->size() <= limits::dep_text && field->find('\0') == std::string_view::npos);
        const std::string_view name = dep::device_fields[i];
        if (name.ends_with("_time") || name.ends_with("_date") || name.ends_with("_deadline"))
            require(is_kept_time(*field));
    }
    if (device.op_date)
        require(is_kept_time(*device.op_date));
    if (device.more)
        check_more(*device.more);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    dep::DevicePageReader reader;
    try {
        const dep::DevicePage& page = reader.read(std::string(reinterpret_cast<const char*>(data), size), 1);
        require(!page.cursor.empty() && page.cursor.size() <= limits::dep_cursor);
        require(page.devices.size() <= limits::dep_page && page.findings.size() <= limits::dep_findings);
        std::set<std::string_view> serials;
        for (const dep::DeviceRecord& device : page.devices) {
            check_device(device);
            serials.insert(device.serial);
        }
        require(dep::newest(page.devices).size() == serials.size());
    } catch (const Error& error) {
        require(error.code() == ErrorCode::bad_answer);
    }
    return 0;
}
