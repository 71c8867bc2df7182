// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expiry/service_line.hpp"

#include <string>
#include <string_view>

/// What ends, as calendars read it. Source: RFC 5545 (iCalendar).
namespace mdm::expiry {

/// BEGIN:VCALENDAR and what stands before the events. There is no METHOD: it is published, and invites nobody.
void append_calendar_start(std::string& out);

/// The event of something that ends; nothing where it has no end. Its UID stays through renewals, so that a calendar
/// moves the event. It lasts the whole day (UTC) of the end, without a clock time: it is then on the same day in every
/// time zone, and a calendar shows it above the day's meetings. The exact time is in its text. One alarm for each
/// reminder day; none for what another store looks after.
void append_event(std::string& out, const ServiceLine& line);

void append_calendar_end(std::string& out);

/// One content line, "NAME:value", folded after 75 octets, never inside a UTF-8 sequence (RFC 5545, 3.1).
/// line   without its end, valid UTF-8
void append_folded(std::string& out, std::string_view line);

/// A TEXT value: backslash, semicolon, comma and line breaks escaped (RFC 5545, 3.3.11); other control characters are
/// written out.
std::string calendar_text(std::string_view text);

}  // namespace mdm::expiry
