#include "ui/format.hpp"

#include "ui_harness.hpp"

#include <doctest/doctest.h>

TEST_CASE("numbers, amounts and dates are written as each language writes them")
{
    Customer   customer([] {});
    const auto day  = base::date(2026, 3, 1);
    const auto noon = base::ms_after(base::paris_midnight(day), 12 * base::ms_per_hour + 5 * base::ms_per_minute);

    SUBCASE("in French")
    {
        CHECK(ui::count(1'234'567) == "1\u202f234\u202f567");
        CHECK(ui::count(-999) == "−999");
        CHECK(ui::money({123'450}) == "1\u202f234,50\u00a0€");
        CHECK(ui::money({-5}) == "−0,05\u00a0€");
        CHECK(ui::whole_money({123'450}) == "1\u202f235\u00a0€");
        CHECK(ui::whole_money({-49}) == "0\u00a0€");
        CHECK(ui::month(day) == "mars\u00a02026");
        CHECK(ui::short_month(base::date(2026, 9, 1)) == "sept.");
        CHECK(ui::short_date(day) == "01/03/2026");
        CHECK(ui::long_date(day) == "1er\u00a0mars\u00a02026");
        CHECK(ui::day_and_month(day) == "01/03");
        CHECK(ui::date_time(noon) == "01/03/2026 12:05");
    }
    SUBCASE("in English")
    {
        customer.ui.language = base::Language::en;
        CHECK(ui::count(1'234'567) == "1,234,567");
        CHECK(ui::money({123'450}) == "€1,234.50");
        CHECK(ui::whole_money({123'449}) == "€1,234");
        CHECK(ui::month(day) == "March\u00a02026");
        CHECK(ui::short_month(day) == "Mar");
        CHECK(ui::short_date(day) == "1 Mar 2026");
        CHECK(ui::long_date(day) == "1\u00a0March\u00a02026");
        CHECK(ui::day_and_month(day) == "1 Mar");
        CHECK(ui::clock_time(noon) == "12:05");
    }
    SUBCASE("and a date that is not there is a dash")
    {
        CHECK(ui::short_date({}) == "–");
        CHECK(ui::date_time({}) == "–");
        CHECK(ui::count(INT64_MIN) == "−9\u202f223\u202f372\u202f036\u202f854\u202f775\u202f808");
    }
}
