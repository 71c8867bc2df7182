// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The devices of the pretend portal. All of one follows from two numbers, so that a million of them take no place.
namespace mdm::sandbox {

/// Device number i of seed s. The same two are the same device, in every rehearsal.
struct DeviceNumber {
    static constexpr std::uint32_t seeds = 1U << 20U;
    static constexpr std::uint32_t most = 1U << 30U;  ///< of one seed

    std::uint32_t seed = 0;    ///< below `seeds`
    std::uint32_t number = 0;  ///< below `most`

    auto operator<=>(const DeviceNumber&) const = default;
};

/// Ten characters without B, I, O and S. No two devices share one, and they come in no order: of two neighbours nothing
/// is alike.
std::string serial_number(DeviceNumber device);
/// Whose it would be, whether that one was ever made or not; nullopt: it is no serial number of ours.
std::optional<DeviceNumber> device_with_serial(std::string_view serial);

/// What was so when it left the factory, or when somebody unpacked it. Empty: it has none.
struct PretendDevice {
    std::string_view model;          ///< "MacBook Pro"
    std::string description;         ///< "IPHONE 15 BLACK 128GB"
    std::string_view color;          ///< "BLACK"
    std::string_view device_family;  ///< "iPhone", "iPad", "iPod", "Mac", "AppleTV", "Vision"
    std::string_view os;             ///< "iOS", "iPadOS", "OSX", "tvOS", "visionOS"
    std::string asset_tag;
    std::string_view profile_status;  ///< "empty", "assigned", "pushed", "removed"
    std::string profile_uuid;         ///< of all that are not "empty": 32 hex digits, upper case
    std::vector<std::string> imei;    ///< none, one, or two
    std::vector<std::string> meid;
    std::string eid;
    std::string wifi_mac_address;
    std::string bluetooth_mac_address;
    std::string ethernet_mac_address;
    bool is_migrating = false;  ///< there is a day by which it is to be with its new server
    bool is_replacement = false;
    bool is_replaced = false;  ///< when it goes, it goes because another one came in its place
};
PretendDevice pretend_device(DeviceNumber device);

}  // namespace mdm::sandbox
