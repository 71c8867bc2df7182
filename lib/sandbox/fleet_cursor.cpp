// SPDX-License-Identifier: Apache-2.0
#include "sandbox/fleet_cursor.hpp"

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "crypto/hmac.hpp"

#include <charconv>
#include <fmt/format.h>
#include <vector>

namespace mdm::sandbox {
namespace {

constexpr std::size_t mark_size = 16;

std::string mark_of(std::string_view plain, std::string_view key) {
    return crypto::hmac_sha256(key, fmt::format("cursor of devices {}", plain)).substr(0, mark_size);
}

std::int64_t seconds(Time t) { return t.time_since_epoch().count(); }

/// The numbers of a line; empty: one is none.
std::vector<std::int64_t> numbers_in(std::string_view line) {
    std::vector<std::int64_t> numbers;
    for (const std::string_view word : split(line, ' ')) {
        const auto [end, failed] = std::from_chars(word.data(), word.data() + word.size(), numbers.emplace_back());
        if (failed != std::errc{} || end != word.data() + word.size())
            return {};
    }
    return numbers;
}

}  // namespace

std::string to_text(const FleetCursor& cursor, std::string_view key) {
    std::string plain = fmt::format("{} {} ", seconds(cursor.made), cursor.turn);
    if (const auto* listing = std::get_if<ListingPlace>(&cursor.place)) {
        plain += fmt::format("{} {} {}", listing->begun, listing->event, listing->number);
    } else {
        const auto& stream = std::get<StreamPlace>(cursor.place);
        plain += fmt::format("{} {} {} {} {} {}", stream.event, stream.offset, seconds(stream.released),
                             seconds(stream.releasing), stream.release, stream.release_offset);
    }
    return to_base64(mark_of(plain, key) + plain);
}

std::optional<FleetCursor> read_cursor(std::string_view text, std::string_view key) {
    const auto bytes = text.size() <= longest_cursor ? from_base64(text) : std::nullopt;
    if (!bytes || bytes->size() < mark_size || to_base64(*bytes) != text)
        return std::nullopt;
    const std::string_view plain = std::string_view(*bytes).substr(mark_size);
    if (!crypto::equal_in_constant_time(mark_of(plain, key), std::string_view(*bytes).substr(0, mark_size)))
        return std::nullopt;
    // What is signed is our own, and one of two forms.
    const auto n = numbers_in(plain);
    const auto small = [&](std::size_t at) { return static_cast<std::uint32_t>(n[at]); };
    const auto time = [&](std::size_t at) { return Time{std::chrono::seconds{n[at]}}; };
    if (n.size() == 5)
        return FleetCursor{ListingPlace{small(2), small(3), small(4)}, time(0), small(1)};
    if (n.size() == 8)
        return FleetCursor{StreamPlace{small(2), small(3), time(4), time(5), small(6), small(7)}, time(0), small(1)};
    return std::nullopt;
}

}  // namespace mdm::sandbox
