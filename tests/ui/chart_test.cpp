#include "ui/controls/chart.hpp"
#include "ui/core/layout.hpp"
#include "ui/format.hpp"

#include "ui_harness.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace std::string_view_literals;
using ui::Role;

namespace {

std::string in_euros(std::int64_t cents) { return ui::whole_money({cents}); }

struct Chart {
    std::vector<ui::Bar> bars;

    explicit Chart(int months, std::int64_t cents = 1000, bool leads = true)
    {
        for (int at = 0; at < months; ++at) {
            const auto name = "mois " + std::to_string(at + 1);
            bars.push_back({.name   = name,
                            .brief  = "m" + std::to_string(at + 1),
                            .height = cents * at,
                            .amount = std::to_string(cents * at) + " cents",
                            .number = std::to_string(at),
                            .words  = std::to_string(at) + " services",
                            .href   = leads ? "#/" + std::to_string(at) : std::string()});
        }
    }
    void draw()
    {
        ui::chart("Échéances"sv, bars,
                  {.names   = "Mois"sv,
                   .numbers = "Services"sv,
                   .amounts = "Coût"sv,
                   .summary = "en tout",
                   .mark    = in_euros,
                   .unit    = 100});
        ui::gap(400);
    }
};

}  // namespace

TEST_CASE("the figures of a chart are a table: a head, and a row a bar")
{
    Chart    chart(12);
    Customer customer([&] { chart.draw(); });
    for (const float width : {1280.f, 320.f}) {
        customer.turns_to(width, 900);
        const auto* table = customer.find(Role::table, "Échéances");
        REQUIRE(table);
        CHECK(table->row_count == 13);
        CHECK(table->column_count == 3);
        CHECK(customer.how_many(Role::row) == 13);
        CHECK(customer.how_many(Role::columnheader) == 3);
        CHECK(customer.how_many(Role::rowheader) == 12);
        CHECK(customer.how_many(Role::cell) == 24);
        for (const auto& bar : chart.bars) {
            CHECK(customer.sees(Role::cell, bar.amount));
            CHECK(customer.reason(Role::link, bar.name) == bar.words);
        }
    }
}

TEST_CASE("a bar says its figures when it is pointed at, and leads where it leads")
{
    Chart    chart(12);
    Customer customer([&] { chart.draw(); });
    CHECK(customer.sees(Role::text, "en tout"));
    customer.hover(Role::link, "mois 4");
    CHECK(customer.sees(Role::text, "mois 4 · 3 services"));
    CHECK_FALSE(customer.sees(Role::text, "en tout"));
    customer.press(Role::link, "mois 5");
    CHECK(customer.followed() == "#/4");
}

TEST_CASE("a chart is one stop of the Tab key; the arrows walk along its bars, and Enter follows one")
{
    Chart    chart(12);
    Customer customer([&] { chart.draw(); });
    customer.key("Tab");
    CHECK(customer.focused() == "mois 1");
    customer.key("ArrowRight");
    customer.key("ArrowRight");
    CHECK(customer.focused() == "mois 3");
    CHECK(customer.sees(Role::text, "mois 3 · 2 services"));
    customer.key("End");
    CHECK(customer.focused() == "mois 12");
    customer.key("ArrowRight");
    CHECK(customer.focused() == "mois 12");
    customer.key("ArrowLeft");
    customer.key("Enter");
    CHECK(customer.followed() == "#/10");
    customer.key("Home");
    CHECK(customer.focused() == "mois 1");
    customer.keys_at_once({"ArrowRight", "ArrowRight", "ArrowRight"});
    CHECK(customer.focused() == "mois 4");
}

TEST_CASE("where it is narrow the bars lie below one another, walked up and down, and say everything themselves")
{
    Chart    chart(12);
    Customer customer([&] { chart.draw(); }, 320, 900);
    CHECK(customer.find(Role::link, "mois 2")->rect.y > customer.find(Role::link, "mois 1")->rect.y);
    CHECK(customer.find(Role::link, "mois 1")->rect.h >= 44);
    customer.key("Tab");
    customer.key("ArrowDown");
    CHECK(customer.focused() == "mois 2");
}

TEST_CASE("bars that lead nowhere are no stop of the Tab key, and still say their figures")
{
    Chart    chart(3, 1000, false);
    Customer customer([&] { chart.draw(); });
    CHECK(customer.how_many(Role::link) == 0);
    CHECK(customer.sees(Role::rowheader, "mois 2"));
    customer.hover(Role::rowheader, "mois 2");
    CHECK(customer.sees(Role::text, "mois 2 · 1 services"));
}

TEST_CASE("nothing, and more than anybody pays, are drawn inside of the chart")
{
    for (const std::int64_t cents : {std::int64_t{0}, std::int64_t{1}, std::int64_t{700'000'000'000}}) {
        CAPTURE(cents);
        Chart    chart(12, cents);
        Customer customer([&] { chart.draw(); });
        for (const float width : {320.f, 640.f, 1280.f, 3840.f}) {
            customer.turns_to(width, 900);
            for (const auto& bar : chart.bars) {
                const auto* link = customer.find(Role::link, bar.name);
                REQUIRE(link);
                CHECK(link->rect.x >= -8);
                CHECK(link->rect.right() <= width + 8);
            }
        }
    }
}

TEST_CASE("the marks of an axis are round, whole, and few")
{
    CHECK(ui::step_of_axis(1, 1) == 1);
    CHECK(ui::step_of_axis(4, 1) == 1);
    CHECK(ui::step_of_axis(5, 1) == 2);
    CHECK(ui::step_of_axis(9, 1) == 5);
    CHECK(ui::step_of_axis(35, 1) == 10);
    CHECK(ui::step_of_axis(70'000, 1) == 20'000);
    CHECK(ui::step_of_axis(50, 100) == 100);
    CHECK(ui::step_of_axis(43'210, 100) == 20'000);
    for (std::int64_t most = 1; most < 1'000'000'000'000'000; most = most * 3 + 1) {
        const auto step = ui::step_of_axis(most, 100);
        CHECK(step % 100 == 0);
        CHECK((most + step - 1) / step <= 4);
    }
}
