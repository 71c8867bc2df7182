// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mdm {

/// A point in time, UTC, to the second: what certificates, tokens and Apple's answers speak in.
using Time = std::chrono::sys_seconds;

/// "2027-01-07T04:04:46Z" (RFC 3339). Years outside 0 to 9999 are written with the digits they have.
std::string to_rfc3339(Time t);

/// Reads RFC 3339 ("2027-01-07T04:04:46Z", "...+01:00", fractions of a second are cut off) or a plain date
/// ("2027-01-07", midnight UTC). Nothing else; nullopt where it is neither, or no such day exists.
std::optional<Time> parse_time(std::string_view text);

/// Reads a length of time: digits and one of s, m, h, d, w ("90s", "15m", "12h", "365d", "2w"). A minute is m; months
/// and years have no fixed length, and no letter. nullopt where it is none, or longer than nine digits.
std::optional<std::chrono::seconds> parse_duration(std::string_view text);

/// Whole days from now to end, rounded down: 0 on the last day, negative from the second after the end.
std::int64_t days_between(Time now, Time end);

/// Tells the time. Rules take a Time instead; what runs long takes the clock.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Time now() const = 0;
};

class SystemClock final : public Clock {
public:
    Time now() const override { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }
};

/// A clock that stands still: tests, `--at TIME`.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Time t) : t_(t) {}
    Time now() const override { return t_; }

private:
    Time t_;
};

}  // namespace mdm
