#include "base/format.hpp"

#include <doctest/doctest.h>

using namespace base;

namespace {

constexpr auto fr = Language::fr, en = Language::en;
const Date     first_of_march = date(2026, 3, 1);
const Instant  noon           = ms_after(paris_midnight(first_of_march), 12 * ms_per_hour + 5 * ms_per_minute);

}  // namespace

TEST_CASE("numbers, amounts and dates are written as each language writes them")
{
    SUBCASE("in French")
    {
        CHECK(count(fr, 1'234'567) == "1\u202f234\u202f567");
        CHECK(count(fr, -999) == "−999");
        CHECK(money(fr, {123'450}) == "1\u202f234,50\u00a0€");
        CHECK(money(fr, {-5}) == "−0,05\u00a0€");
        CHECK(whole_money(fr, {123'450}) == "1\u202f235\u00a0€");
        CHECK(percent(fr, 200) == "20\u00a0%");
        CHECK(percent(fr, 85) == "8,5\u00a0%");
        CHECK(percent(fr, -5) == "−0,5\u00a0%");
        CHECK(whole_money(fr, {-49}) == "0\u00a0€");
        CHECK(month_and_year(fr, first_of_march) == "mars\u00a02026");
        CHECK(short_month(fr, date(2026, 9, 1)) == "sept.");
        CHECK(short_date(fr, first_of_march) == "01/03/2026");
        CHECK(long_date(fr, first_of_march) == "1er\u00a0mars\u00a02026");
        CHECK(day_and_month(fr, first_of_march) == "01/03");
        CHECK(date_time(fr, noon) == "01/03/2026 12:05");
        CHECK(days_from_now(fr, 12) == "dans 12 jours");
        CHECK(days_from_now(fr, 1) == "dans 1 jour");
        CHECK(days_from_now(fr, 0) == "aujourd’hui");
        CHECK(days_from_now(fr, -1234) == "il y a 1\u202f234 jours");
    }
    SUBCASE("in English")
    {
        CHECK(count(en, 1'234'567) == "1,234,567");
        CHECK(money(en, {123'450}) == "€1,234.50");
        CHECK(percent(en, 85) == "8.5%");
        CHECK(percent(en, 0) == "0%");
        CHECK(whole_money(en, {123'449}) == "€1,234");
        CHECK(month_and_year(en, first_of_march) == "March\u00a02026");
        CHECK(short_month(en, first_of_march) == "Mar");
        CHECK(short_date(en, first_of_march) == "1 Mar 2026");
        CHECK(long_date(en, first_of_march) == "1\u00a0March\u00a02026");
        CHECK(day_and_month(en, first_of_march) == "1 Mar");
        CHECK(date_time(en, noon) == "1 Mar 2026 12:05");
        CHECK(clock_time(noon) == "12:05");
        CHECK(days_from_now(en, 12) == "in 12 days");
        CHECK(days_from_now(en, 0) == "today");
        CHECK(days_from_now(en, -1) == "1 day ago");
    }
    SUBCASE("and a date that is not there is a dash")
    {
        CHECK(short_date(fr, {}) == "–");
        CHECK(date_time(en, {}) == "–");
        CHECK(count(fr, INT64_MIN) == "−9\u202f223\u202f372\u202f036\u202f854\u202f775\u202f808");
        CHECK(days_from_now(en, INT32_MIN) == "2,147,483,648 days ago");
    }
}

TEST_CASE("a sentence writes each of its values as the reader's language does")
{
    CHECK(say(fr, "why.held_until", {first_of_march}) ==
          "Ce domaine ne peut pas être cédé ni transféré avant le "
          "01/03/2026\u00a0: son registre le bloque 60 jours après un achat ou "
          "un transfert.");
    CHECK(say(en, "why.held_until", {first_of_march}) ==
          "This domain cannot change owner or registrar before 1 Mar 2026: its registry holds it "
          "for 60 days after a purchase or a transfer.");
    CHECK(say(fr, "days.left", Args{std::int64_t{1234}}) == "dans 1\u202f234 jours");
    CHECK(say(fr, "days.left", Args{std::int64_t{1}}) == "dans 1 jour");
    CHECK(in_words(fr, Money{123'450}) == "1\u202f234,50\u00a0€");
    CHECK(in_words(en, Money{123'450}) == "€1,234.50");
    CHECK(in_words(fr, noon) == "01/03/2026 12:05");
    CHECK(in_words(en, noon) == "1 Mar 2026 12:05");
}

TEST_CASE("a text in a sentence is said as it is, though it may look like a date")
{
    Problems problems;
    problems.add("name", "filters.name_taken", {"2026-03-01"});
    CHECK(say(en, problems.list.front()).find("2026-03-01") != std::string::npos);
    CHECK(say(fr, problems.list.front()).find("2026-03-01") != std::string::npos);
}
