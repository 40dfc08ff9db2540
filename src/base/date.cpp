#include "base/date.hpp"

#include <algorithm>
#include <array>

namespace base {
namespace {

// The days from 0000-03-01 to 1970-01-01. Years are counted from March, so that the leap day comes last.
constexpr std::int32_t epoch_shift = 719468;

constexpr std::int32_t count_days(int year, unsigned month, unsigned day)
{
    const int      from_march = month <= 2 ? year - 1 : year;
    const int      era        = (from_march >= 0 ? from_march : from_march - 399) / 400;
    const auto     in_era     = static_cast<unsigned>(from_march - era * 400);
    const unsigned in_year    = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const unsigned days       = in_era * 365 + in_era / 4 - in_era / 100 + in_year;
    return era * 146097 + static_cast<std::int32_t>(days) - epoch_shift;
}

constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

bool read_digits(std::string_view text, int& value)
{
    value = 0;
    for (const char letter : text) {
        if (letter < '0' || letter > '9') return false;
        value = value * 10 + (letter - '0');
    }
    return true;
}

void write_digits(std::string& text, int value, int width)
{
    std::string digits = std::to_string(value);
    text.append(digits.size() < static_cast<std::size_t>(width) ? static_cast<std::size_t>(width) - digits.size() : 0,
                '0');
    text += digits;
}

}  // namespace

Date date(int year, unsigned month, unsigned day) { return {count_days(year, month, day)}; }

YearMonthDay calendar(Date date)
{
    const std::int32_t shifted   = in_calendar(date.days) + epoch_shift;
    const std::int32_t era       = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const auto         in_era    = static_cast<unsigned>(shifted - era * 146097);
    const unsigned     year      = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    const unsigned     in_year   = in_era - (365 * year + year / 4 - year / 100);
    const unsigned     in_march  = (5 * in_year + 2) / 153;
    const unsigned     month     = in_march < 10 ? in_march + 3 : in_march - 9;
    const int          from_zero = static_cast<int>(year) + era * 400 + (month <= 2 ? 1 : 0);
    return {from_zero, month, in_year - (153 * in_march + 2) / 5 + 1};
}

unsigned days_in_month(int year, unsigned month)
{
    constexpr std::array<unsigned, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[(month - 1) % 12];
}

int weekday(Date date)
{
    const int since_monday = (in_calendar(date.days) + 3) % 7;  // 1970-01-01 was a Thursday
    return since_monday < 0 ? since_monday + 7 : since_monday;
}

Date months_after(Date from, int months)
{
    constexpr int most = 12 * 10'000;  // more months lead out of the calendar from any day in it
    if (months < -most || months > most) return {months < 0 ? first_day : last_day};
    const auto start = calendar(from);
    const int  count = start.year * 12 + static_cast<int>(start.month) - 1 + months;
    const int  year  = (count >= 0 ? count : count - 11) / 12;
    const auto month = static_cast<unsigned>(count - year * 12) + 1;
    const auto last  = days_in_month(year, month);
    return {in_calendar(date(year, month, start.day < last ? start.day : last).days)};
}

Date years_after(Date from, int years)
{
    const auto start      = calendar(from);
    const bool is_leapday = years != 0 && start.month == 2 && start.day == 29;
    return months_after(is_leapday ? days_after(from, -1) : from, std::clamp(years, -20'000, 20'000) * 12);
}

std::optional<Date> parse_date(std::string_view iso)
{
    int year = 0, month = 0, day = 0;
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    if (!read_digits(iso.substr(0, 4), year) || !read_digits(iso.substr(5, 2), month) ||
        !read_digits(iso.substr(8, 2), day))
        return std::nullopt;
    if (year < 1 || month < 1 || month > 12 || day < 1) return std::nullopt;
    if (static_cast<unsigned>(day) > days_in_month(year, static_cast<unsigned>(month))) return std::nullopt;
    return date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::string to_iso(Date date)
{
    const auto  when = calendar(date);
    std::string text;
    write_digits(text, when.year, 4);
    text += '-';
    write_digits(text, static_cast<int>(when.month), 2);
    text += '-';
    write_digits(text, static_cast<int>(when.day), 2);
    return text;
}

}  // namespace base
