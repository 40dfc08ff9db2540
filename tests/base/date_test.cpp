#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/money.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace base;

TEST_CASE("a day that does not exist is not a date")
{
    CHECK(parse_date("2026-02-28") == date(2026, 2, 28));
    CHECK(parse_date("2024-02-29") == date(2024, 2, 29));
    for (const char* text : {"2026-02-29", "2026-02-30", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10",
                             "2026-01-00", "0000-01-01", "26-01-01", "2026-1-1", "2026/01/01", "2026-01-01 ",
                             " 2026-01-01", "2026-01-0a", "-026-01-01", ""})
        CHECK_MESSAGE(!parse_date(text), text);
}

TEST_CASE("every day of 800 years is written and read back, and has its place in the week")
{
    const Date first = date(1800, 1, 1), last = date(2600, 1, 1);
    CHECK(weekday(date(2026, 3, 2)) == 0);
    for (Date day = first; day < last; day = days_after(day, 1)) {
        const auto parts = calendar(day);
        REQUIRE(parse_date(to_iso(day)) == day);
        REQUIRE(date(parts.year, parts.month, parts.day) == day);
        REQUIRE((weekday(day) + 1) % 7 == weekday(days_after(day, 1)));
    }
}

TEST_CASE("a day that no calendar has counts as the first or the last day of the years 0 to 9999")
{
    using limits = std::numeric_limits<std::int32_t>;
    const base::Date before{limits::min()}, after{limits::max()}, first = base::date(0, 1, 1),
                                                                  last = base::date(9999, 12, 31);
    CHECK(first.days == base::first_day);
    CHECK(last.days == base::last_day);
    CHECK(base::to_iso(after) == "9999-12-31");
    CHECK(base::days_between(before, after) == base::days_between(first, last));
    CHECK(base::days_between(after, before) == base::days_between(last, first));
    CHECK(base::days_after(last, 1) == last);
    CHECK(base::days_after(first, limits::max()) == last);
    CHECK(base::days_after(after, limits::min()) == first);
    CHECK(base::weekday(after) == base::weekday(last));
    CHECK(base::calendar(base::months_after(after, -12)).year == 9998);
}

TEST_CASE("years added one by one lead to the same day as all at once, from every day of a leap year")
{
    for (auto from = date(2028, 1, 1); from < date(2029, 1, 1); from = days_after(from, 1))
        for (int years = 1; years <= 10; ++years) {
            auto one_by_one = from;
            for (int count = 0; count < years; ++count) one_by_one = years_after(one_by_one, 1);
            CHECK(one_by_one == years_after(from, years));
        }
}

TEST_CASE("a month or a year later is the same day, or the last one of a shorter month")
{
    CHECK(years_after(date(2024, 2, 29), 1) == date(2025, 2, 28));
    CHECK(years_after(date(2024, 2, 29), 4) == date(2028, 2, 28));
    CHECK(years_after(date(2024, 2, 29), 0) == date(2024, 2, 29));
    CHECK(years_after(date(2026, 3, 1), 10) == date(2036, 3, 1));
    CHECK(months_after(date(2026, 1, 31), 1) == date(2026, 2, 28));
    CHECK(months_after(date(2026, 1, 15), -1) == date(2025, 12, 15));
    CHECK(months_after(date(2026, 3, 31), -13) == date(2025, 2, 28));
    CHECK(days_between(date(2026, 12, 31), date(2027, 1, 1)) == 1);
}

TEST_CASE("the clocks of Paris change on the last Sundays of March and October")
{
    const auto at = [](const char* iso) { return paris_time(*parse_instant(iso)); };
    CHECK(at("2026-01-10T12:00:00Z").hour == 13);
    CHECK(at("2026-07-10T12:00:00Z").hour == 14);
    CHECK(at("2026-03-29T00:59:00Z").hour == 1);
    CHECK(at("2026-03-29T01:00:00Z").hour == 3);
    CHECK(at("2026-10-25T00:59:00Z").hour == 2);
    CHECK(at("2026-10-25T01:00:00Z").hour == 2);
    CHECK(at("2026-07-10T22:30:00Z").day == date(2026, 7, 11));
    CHECK(at("2026-12-31T23:00:00Z").day == date(2027, 1, 1));
    CHECK(at("2026-12-31T22:59:00Z").minute == 59);
    for (Date day = date(2025, 1, 1); day < date(2028, 1, 1); day = days_after(day, 1)) {
        const auto midnight = paris_time(paris_midnight(day));
        REQUIRE(midnight.day == day);
        REQUIRE(midnight.hour * 60 + midnight.minute == 0);
    }
}

TEST_CASE("moments are written in UTC and read with any offset")
{
    CHECK(to_iso(*parse_instant("2026-03-01T08:30:00Z")) == "2026-03-01T08:30:00Z");
    CHECK(to_iso(*parse_instant("2026-03-01T08:30:00.25Z")) == "2026-03-01T08:30:00.250Z");
    CHECK(to_iso(*parse_instant("2026-03-01T08:30:00+01:00")) == "2026-03-01T07:30:00Z");
    CHECK(to_iso(*parse_instant("2026-03-01T00:30:00-10:30")) == "2026-03-01T11:00:00Z");
    CHECK(to_iso(Instant{-1}) == "1969-12-31T23:59:59.999Z");
    for (const char* text : {"2026-03-01", "2026-03-01T08:30:00", "2026-03-01T24:00:00Z", "2026-03-01T08:60:00Z",
                             "2026-02-30T08:30:00Z", "2026-03-01T08:30:00.Z", "2026-03-01T08:30:00Zz",
                             "2026-03-01T08:30:00+1:00", "2026-03-01T08:30:00+25:00", "2026-03-01 08:30:00Z"})
        CHECK_MESSAGE(!parse_instant(text), text);
}

TEST_CASE("a share is rounded to the nearest cent, and that of a credit note mirrors that of its invoice")
{
    CHECK(share({999}, 200).cents == 200);
    CHECK(share({2}, 200).cents == 0);
    CHECK(share({3}, 200).cents == 1);
    CHECK(share({5}, 100).cents == 1);
    CHECK(share({-5}, 100).cents == -1);
    for (std::int64_t cents = 0; cents < 1000; ++cents)
        REQUIRE(share({-cents}, 200).cents == -share({cents}, 200).cents);
}

TEST_CASE("so many months or years that no calendar has them lead to its end, never beyond")
{
    constexpr auto least = std::numeric_limits<int>::min(), most = std::numeric_limits<int>::max();
    const auto     today = base::date(2026, 3, 1);
    for (const int count : {most, most / 12, 10'000'000, 200'000}) {
        CHECK(base::years_after(today, count) == base::Date{base::last_day});
        CHECK(base::months_after(today, count) == base::Date{base::last_day});
    }
    for (const int count : {least, least / 12, -10'000'000, -200'000}) {
        CHECK(base::years_after(today, count) == base::Date{base::first_day});
        CHECK(base::months_after(today, count) == base::Date{base::first_day});
    }
    CHECK(base::years_after(today, 100) == base::date(2126, 3, 1));
    CHECK(base::years_after({most}, 100) == base::Date{base::last_day});
}
