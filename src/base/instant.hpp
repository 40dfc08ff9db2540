// A moment, in UTC, to the millisecond; and the wall clock of Paris, where the host and its customers live. Rules never
// read a clock: the caller passes the moment.
#pragma once
#include "base/date.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// The default value means "not yet".
struct Instant {
    std::int64_t ms                                = 0;  // since 1970-01-01T00:00:00Z
    auto         operator<=>(const Instant&) const = default;
};

constexpr bool is_set(Instant instant) { return instant.ms != 0; }

constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t ms_per_hour   = 60 * ms_per_minute;
constexpr std::int64_t ms_per_day    = 24 * ms_per_hour;

constexpr Instant ms_after(Instant from, std::int64_t ms) { return {from.ms + ms}; }
constexpr Instant midnight_utc(Date day) { return {day.days * ms_per_day}; }

// Local time in Paris: UTC+1, and UTC+2 from the last Sunday of March to the last Sunday of October, changing at 01:00
// UTC.
struct ParisTime {
    Date day;
    int  hour   = 0;
    int  minute = 0;
};
ParisTime    paris_time(Instant instant);
std::int64_t paris_offset_ms(Instant instant);  // ahead of UTC
Date         paris_day(Instant instant);

// The first moment of that day in Paris.
Instant paris_midnight(Date day);

// "2026-03-01T08:30:00Z" or "….250Z"; parse_instant also accepts a numeric offset such as "+01:00". Nothing for any other
// form, or for a day or a time that does not exist.
std::optional<Instant> parse_instant(std::string_view iso);
std::string            to_iso(Instant instant);

}  // namespace base
