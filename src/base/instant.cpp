#include "base/instant.hpp"

namespace base {
namespace {

std::int64_t floor_divide(std::int64_t value, std::int64_t by) { return value / by - (value % by < 0 ? 1 : 0); }

Date last_sunday(int year, unsigned month)
{
    const Date last = date(year, month, days_in_month(year, month));
    return days_after(last, -((weekday(last) + 1) % 7));
}

// Takes `width` digits off the front.
std::optional<int> take_digits(std::string_view& text, std::size_t width)
{
    if (text.size() < width) return std::nullopt;
    int value = 0;
    for (const char letter : text.substr(0, width)) {
        if (letter < '0' || letter > '9') return std::nullopt;
        value = value * 10 + (letter - '0');
    }
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view& text, char letter)
{
    if (text.empty() || text.front() != letter) return false;
    text.remove_prefix(1);
    return true;
}

// "Z" or "+01:00", in minutes.
std::optional<int> read_offset(std::string_view text)
{
    if (text == "Z") return 0;
    const bool east = take(text, '+');
    if (!east && !take(text, '-')) return std::nullopt;
    const auto hours   = take_digits(text, 2);
    const bool colon   = take(text, ':');
    const auto minutes = take_digits(text, 2);
    if (!hours || !colon || !minutes || !text.empty() || *hours > 23 || *minutes > 59) return std::nullopt;
    return (east ? 1 : -1) * (*hours * 60 + *minutes);
}

void write_two(std::string& text, std::int64_t value)
{
    text += static_cast<char>('0' + value / 10);
    text += static_cast<char>('0' + value % 10);
}

}  // namespace

std::int64_t paris_offset_ms(Instant instant)
{
    const int  in     = year({static_cast<std::int32_t>(floor_divide(instant.ms, ms_per_day))});
    const auto summer = midnight_utc(last_sunday(in, 3)).ms + ms_per_hour;
    const auto winter = midnight_utc(last_sunday(in, 10)).ms + ms_per_hour;
    return instant.ms >= summer && instant.ms < winter ? 2 * ms_per_hour : ms_per_hour;
}

ParisTime paris_time(Instant instant)
{
    const auto local = instant.ms + paris_offset_ms(instant);
    const auto day   = floor_divide(local, ms_per_day);
    const auto rest  = local - day * ms_per_day;
    return {{static_cast<std::int32_t>(day)},
            static_cast<int>(rest / ms_per_hour),
            static_cast<int>(rest % ms_per_hour / ms_per_minute)};
}

Date paris_day(Instant instant) { return paris_time(instant).day; }

Instant paris_midnight(Date day)
{
    // Clocks change at 01:00 UTC, never between Paris midnight and UTC midnight, so the offset is the same at both.
    const auto utc = midnight_utc(day);
    return {utc.ms - paris_offset_ms(utc)};
}

std::optional<Instant> parse_instant(std::string_view iso)
{
    if (iso.size() < 20 || iso[10] != 'T') return std::nullopt;
    const auto day = parse_date(iso.substr(0, 10));
    if (!day) return std::nullopt;

    auto       rest    = iso.substr(11);
    const auto hour    = take_digits(rest, 2);
    const bool colon   = take(rest, ':');
    const auto minute  = take_digits(rest, 2);
    const bool another = take(rest, ':');
    const auto second  = take_digits(rest, 2);
    if (!hour || !colon || !minute || !another || !second || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;

    int ms = 0;
    if (take(rest, '.')) {
        int scale = 100;
        if (rest.empty() || rest.front() < '0' || rest.front() > '9') return std::nullopt;
        for (; !rest.empty() && rest.front() >= '0' && rest.front() <= '9'; rest.remove_prefix(1), scale /= 10)
            ms += (rest.front() - '0') * scale;
    }
    const auto offset = read_offset(rest);
    if (!offset) return std::nullopt;
    const auto local = midnight_utc(*day).ms + *hour * ms_per_hour + *minute * ms_per_minute + *second * 1000 + ms;
    return Instant{local - *offset * ms_per_minute};
}

std::string to_iso(Instant instant)
{
    const auto  day  = floor_divide(instant.ms, ms_per_day);
    const auto  rest = instant.ms - day * ms_per_day;
    std::string text = to_iso(Date{static_cast<std::int32_t>(day)});
    text += 'T';
    write_two(text, rest / ms_per_hour);
    text += ':';
    write_two(text, rest % ms_per_hour / ms_per_minute);
    text += ':';
    write_two(text, rest % ms_per_minute / 1000);
    if (const auto ms = rest % 1000) {
        text += '.';
        text += static_cast<char>('0' + ms / 100);
        write_two(text, ms % 100);
    }
    text += 'Z';
    return text;
}

}  // namespace base
