// SPDX-License-Identifier: Apache-2.0
#include "sandbox/pretend_device.hpp"

#include "catch.hpp"

#include <map>
#include <set>

using namespace mdm::sandbox;

TEST_CASE("a serial number is that of one device, and tells which") {
    std::set<std::string> serials;
    for (const std::uint32_t seed : {0U, 1U, 2U, DeviceNumber::seeds - 1})
        for (const std::uint32_t first : {0U, 123'456U, DeviceNumber::most - 1000})
            for (std::uint32_t n = first; n < first + 1000; ++n) {
                const std::string serial = serial_number({seed, n});
                CHECK(serial.size() == 10);
                CHECK(device_with_serial(serial) == DeviceNumber{seed, n});
                serials.insert(serial);
            }
    CHECK(serials.size() == 12'000);
}

TEST_CASE("serial numbers come in no order") {
    int rising = 0;
    for (std::uint32_t n = 0; n < 1000; ++n)
        rising += serial_number({1, n}) < serial_number({1, n + 1}) ? 1 : 0;
    CHECK(rising > 400);
    CHECK(rising < 600);
}

TEST_CASE("the same two numbers are the same device, whoever asks and when") {
    CHECK(serial_number({1, 0}) == "KZ1XT6T7HU");
    CHECK(pretend_device({1, 0}).description == "IPAD 10TH GEN BLACK 256GB");
}

TEST_CASE("what is no serial number of ours is none") {
    for (const char* text : {"", "C02XK0AAJG5H", "c02xk0aajg", "C02XK0AAJ", "C02XK0AAJI", "01234567 9", "\xff\xff"})
        CHECK(device_with_serial(text) == std::nullopt);
    CHECK(device_with_serial("C02XK0AAJG").has_value());
}

TEST_CASE("devices are of all kinds, and have what their kind has") {
    std::map<std::string, int> families;
    std::map<std::string, int> statuses;
    int tagged = 0;
    for (std::uint32_t n = 0; n < 10'000; ++n) {
        const PretendDevice device = pretend_device({7, n});
        ++families[std::string(device.device_family)];
        ++statuses[std::string(device.profile_status)];
        tagged += device.asset_tag.empty() ? 0 : 1;
        CHECK(device.profile_uuid.size() == (device.profile_status == "empty" ? 0 : 32));
        CHECK(device.wifi_mac_address.size() == 17);
        CHECK(device.imei.size() == (device.device_family == "iPhone" ? 2 : device.eid.empty() ? 0 : 1));
        for (const std::string& imei : device.imei)
            CHECK(imei.size() == 15);
    }
    CHECK(families.size() == 6);
    CHECK(families["iPhone"] > 3500);
    CHECK(families["iPod"] > 50);
    CHECK(statuses.size() == 4);
    CHECK(tagged > 3000);
    CHECK(tagged < 4000);
}
