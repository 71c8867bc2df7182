// SPDX-License-Identifier: Apache-2.0
#include "sandbox/pretend_device.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace mdm::sandbox {
namespace {

constexpr std::string_view alphabet = "0123456789ACDEFGHJKLMNPQRTUVWXYZ";
constexpr std::size_t serial_length = 10;
constexpr unsigned bits_a_character = 5;
constexpr unsigned number_bits = 30;
constexpr unsigned half_bits = 25;
constexpr std::uint64_t half_mask = (1U << half_bits) - 1;

/// SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators"): its step and its mixing.
constexpr std::uint64_t golden = 0x9e3779b97f4a7c15;
constexpr std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111eb;
    return z ^ (z >> 31U);
}

constexpr std::array<std::uint64_t, 4> rounds{golden, 2 * golden, 3 * golden, 4 * golden};

/// A Feistel network: whatever the rounds do, it can be undone, so that it is one to one over 50 bits.
std::uint64_t scattered(std::uint64_t value) {
    std::uint64_t left = value >> half_bits;
    std::uint64_t right = value & half_mask;
    for (const std::uint64_t key : rounds) {
        left ^= mixed(right + key) & half_mask;
        std::swap(left, right);
    }
    return left << half_bits | right;
}

std::uint64_t gathered(std::uint64_t value) {
    std::uint64_t left = value >> half_bits;
    std::uint64_t right = value & half_mask;
    for (auto key = rounds.rbegin(); key != rounds.rend(); ++key) {
        std::swap(left, right);
        left ^= mixed(right + *key) & half_mask;
    }
    return left << half_bits | right;
}

/// What falls to one device, in an order that stays.
class Draws {
public:
    explicit Draws(DeviceNumber device)
        : state_(mixed(std::uint64_t{device.seed} << number_bits | device.number) + golden) {}

    std::uint64_t next() { return mixed(state_ += golden); }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>((next() >> 32U) * n >> 32U); }
    bool one_in(std::size_t n) { return below(n) == 0; }

    std::string digits(std::size_t count) {
        std::string text(count, '0');
        std::uint64_t left = 0;
        for (std::size_t n = 0; n < count; ++n, left /= 10) {
            if (n % 16 == 0)
                left = next();
            text[n] = static_cast<char>('0' + left % 10);
        }
        return text;
    }
    std::string hex(std::size_t count, std::string_view hex_digits = "0123456789ABCDEF") {
        std::string text(count, '0');
        std::uint64_t left = 0;
        for (std::size_t n = 0; n < count; ++n, left >>= 4U) {
            if (n % 16 == 0)
                left = next();
            text[n] = hex_digits[left & 15U];
        }
        return text;
    }
    template <class List>
    auto one_of(const List& list) {
        return list[below(std::size(list))];
    }

private:
    std::uint64_t state_;
};

enum class Radio { wifi, cellular, cellular_or_not };

struct Model {
    std::size_t share;  ///< of a thousand
    std::string_view name;
    std::string_view description;
    std::string_view family;
    std::string_view os;
    Radio radio;
    bool has_ethernet;
};

constexpr auto models = std::to_array<Model>({
    {150, "iPhone 15", "IPHONE 15", "iPhone", "iOS", Radio::cellular, false},
    {140, "iPhone 16e", "IPHONE 16E", "iPhone", "iOS", Radio::cellular, false},
    {90, "iPhone SE (3rd generation)", "IPHONE SE 3RD GEN", "iPhone", "iOS", Radio::cellular, false},
    {40, "iPhone 17 Pro", "IPHONE 17 PRO", "iPhone", "iOS", Radio::cellular, false},
    {190, "iPad (10th generation)", "IPAD 10TH GEN", "iPad", "iPadOS", Radio::cellular_or_not, false},
    {80, "iPad Air 11-inch (M3)", "IPAD AIR 11", "iPad", "iPadOS", Radio::cellular_or_not, false},
    {30, "iPad Pro 13-inch (M4)", "IPAD PRO 13", "iPad", "iPadOS", Radio::cellular_or_not, false},
    {110, "MacBook Air", "MBA 13.6", "Mac", "OSX", Radio::wifi, false},
    {80, "MacBook Pro", "MBP 14.2", "Mac", "OSX", Radio::wifi, false},
    {20, "Mac mini", "MAC MINI", "Mac", "OSX", Radio::wifi, true},
    {10, "iMac", "IMAC 24", "Mac", "OSX", Radio::wifi, true},
    {40, "Apple TV 4K", "APPLE TV 4K", "AppleTV", "tvOS", Radio::wifi, true},
    {10, "Apple Vision Pro", "APPLE VISION PRO", "Vision", "visionOS", Radio::wifi, false},
    {10, "iPod touch (7th generation)", "IPOD TOUCH", "iPod", "iOS", Radio::wifi, false},
});

constexpr auto colors =
    std::to_array<std::string_view>({"BLACK", "WHITE", "SILVER", "SPACE GRAY", "BLUE", "PINK", "MIDNIGHT"});
constexpr auto sizes = std::to_array<std::string_view>({"64GB", "128GB", "256GB", "512GB", "1TB"});
/// As often as each stands here.
constexpr auto statuses = std::to_array<std::string_view>({"empty", "empty", "empty", "empty", "empty", "empty",
                                                           "assigned", "assigned", "assigned", "assigned", "pushed",
                                                           "pushed", "pushed", "pushed", "pushed", "removed"});

const Model& model_of(Draws& draws) {
    std::size_t at = draws.below(1000);
    const auto* model = models.begin();
    while (at >= model->share) {
        at -= model->share;
        ++model;
    }
    return *model;
}

/// The last of 15 digits (ISO/IEC 7812-1, annex B: Luhn).
char check_digit(std::string_view fourteen) {
    int sum = 0;
    for (std::size_t n = 0; n < fourteen.size(); ++n) {
        const int doubled = (fourteen[n] - '0') * (n % 2 == 1 ? 2 : 1);
        sum += doubled / 10 + doubled % 10;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::string imei(Draws& draws) {
    std::string text = "35" + draws.digits(12);
    text += check_digit(text);
    return text;
}

std::string mac_address(Draws& draws) {
    const std::string hex = draws.hex(12, "0123456789abcdef");
    std::string text;
    text.reserve(17);
    for (std::size_t n = 0; n < hex.size(); n += 2) {
        if (n > 0)
            text += ':';
        text.append(hex, n, 2);
    }
    // Neither for a group nor given out locally (IEEE 802): the second digit is a multiple of four.
    text[1] = "048c"[draws.below(4)];
    return text;
}

void fit_radio(PretendDevice& device, Draws& draws) {
    device.imei.push_back(imei(draws));
    if (device.device_family == "iPhone") {
        device.imei.push_back(imei(draws));
        device.meid.push_back(device.imei.front().substr(0, 14));
    }
    device.eid = "8904" + draws.digits(28);
}

/// One of a few for all devices of a seed, as an organisation has them.
std::string profile_of(std::uint32_t seed, std::size_t which) {
    return Draws({seed, DeviceNumber::most - 1 - static_cast<std::uint32_t>(which)}).hex(32);
}

}  // namespace

std::string serial_number(DeviceNumber device) {
    std::uint64_t value = scattered(std::uint64_t{device.seed} << number_bits | device.number);
    std::string serial(serial_length, '0');
    for (auto c = serial.rbegin(); c != serial.rend(); ++c, value >>= bits_a_character)
        *c = alphabet[value % alphabet.size()];
    return serial;
}

std::optional<DeviceNumber> device_with_serial(std::string_view serial) {
    if (serial.size() != serial_length)
        return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : serial) {
        const auto digit = alphabet.find(c);
        if (digit == std::string_view::npos)
            return std::nullopt;
        value = value << bits_a_character | digit;
    }
    value = gathered(value);
    return DeviceNumber{static_cast<std::uint32_t>(value >> number_bits),
                        static_cast<std::uint32_t>(value & (DeviceNumber::most - 1))};
}

PretendDevice pretend_device(DeviceNumber number) {
    Draws draws(number);
    const Model& model = model_of(draws);
    PretendDevice device;
    device.model = model.name;
    device.device_family = model.family;
    device.os = model.os;
    device.color = draws.one_of(colors);
    device.description.append(model.description).append(" ").append(device.color).append(" ");
    device.description.append(draws.one_of(sizes));
    if (draws.one_in(3))
        device.asset_tag = "IT-" + draws.digits(6);
    device.profile_status = draws.one_of(statuses);
    if (device.profile_status != "empty")
        device.profile_uuid = profile_of(number.seed, draws.below(4));
    if (model.radio == Radio::cellular || (model.radio == Radio::cellular_or_not && draws.one_in(4)))
        fit_radio(device, draws);
    device.wifi_mac_address = mac_address(draws);
    device.bluetooth_mac_address = mac_address(draws);
    if (model.has_ethernet)
        device.ethernet_mac_address = mac_address(draws);
    device.is_migrating = draws.one_in(100);
    device.is_replacement = draws.one_in(50);
    device.is_replaced = draws.one_in(20);
    return device;
}

}  // namespace mdm::sandbox
