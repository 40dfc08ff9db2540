// A calendar day, without time or zone. Arithmetic that meets a missing day (31 April) takes the last day of that month.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// The default value means "no date". So does every earlier day: nothing of a customer began or ended before 1970, but
// programs that lost a date wrote 1970-01-01, or 1969-12-31 west of Greenwich.
struct Date {
    std::int32_t days                           = 0;  // since 1970-01-01
    auto         operator<=>(const Date&) const = default;
};

constexpr bool is_set(Date date) { return date.days > 0; }

struct YearMonthDay {
    int      year  = 1970;
    unsigned month = 1;  // 1 to 12
    unsigned day   = 1;  // 1 to 31
};

// Requires a day that exists; use parse_date for input from outside.
Date         date(int year, unsigned month, unsigned day);
YearMonthDay calendar(Date date);
unsigned     days_in_month(int year, unsigned month);
int          weekday(Date date);  // 0 is Monday

// Clamps a day number to the years 0 to 9999; only damaged data and overlong terms lead outside them.
constexpr std::int32_t first_day = -719528, last_day = 2932896;
constexpr std::int32_t in_calendar(std::int64_t days)
{
    return static_cast<std::int32_t>(days < first_day ? first_day : days > last_day ? last_day : days);
}

// Negative counts go back.
constexpr Date days_after(Date from, std::int32_t days)
{
    return {in_calendar(std::int64_t{in_calendar(from.days)} + days)};
}
Date months_after(Date from, int months);

// A 29 February becomes a 28 February, also in a leap year: four times one year is as far as four years at once.
Date years_after(Date from, int years);

// The number of days from `from` to `until`; negative when `until` is earlier.
constexpr std::int32_t days_between(Date from, Date until) { return in_calendar(until.days) - in_calendar(from.days); }

inline int      year(Date date) { return calendar(date).year; }
inline unsigned month(Date date) { return calendar(date).month; }
inline unsigned day(Date date) { return calendar(date).day; }

// "2026-02-28", years 0001 to 9999. Nothing for any other form, or for a day that does not exist.
std::optional<Date> parse_date(std::string_view iso);
std::string         to_iso(Date date);

}  // namespace base
