#include "ui/ui.hpp"

#include "ui_harness.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace std::string_view_literals;
using ui::Role;

TEST_CASE("a menu")
{
    std::string chosen;
    Customer    customer([&] {
        ui::button("Avant"sv);
        ui::Menu menu("Actions"sv);
        if (!menu) return;
        if (menu.item("Détails"sv)) chosen = "details";
        menu.separator();
        if (menu.item("Renouveler"sv, {.why_not = "Une opération est en cours."})) chosen = "renew";
        if (menu.item("Étiquette"sv)) chosen = "describe";
        if (menu.item("Export"sv, {.href = "#/export"})) chosen = "export";
    });
    CHECK_FALSE(customer.sees(Role::menu, "Actions"));
    customer.press(Role::button, "Actions");
    REQUIRE(customer.sees(Role::menu, "Actions"));

    SUBCASE("takes the focus to its first item, and what is behind it is out of reach")
    {
        CHECK(customer.focused() == "Détails");
        CHECK_FALSE(customer.sees(Role::button, "Avant"));
    }
    SUBCASE("closes when something is chosen, and gives the focus back")
    {
        customer.press(Role::menuitem, "Étiquette");
        CHECK(chosen == "describe");
        CHECK_FALSE(customer.sees(Role::menu, "Actions"));
        CHECK(customer.focused() == "Actions");
    }
    SUBCASE("shows a disabled action with the reason, and does not carry it out")
    {
        CHECK_FALSE(customer.may_press(Role::menuitem, "Renouveler"));
        CHECK(customer.reason(Role::menuitem, "Renouveler") == "Une opération est en cours.");
        customer.press(Role::menuitem, "Renouveler");
        CHECK(chosen.empty());
        CHECK(customer.sees(Role::menu, "Actions"));
    }
    SUBCASE("is walked with Up, Down, Home and End, disabled items too, so that their reason is read")
    {
        customer.key("ArrowDown");
        CHECK(customer.focused() == "Renouveler");
        customer.key("ArrowDown");
        CHECK(customer.focused() == "Étiquette");
        customer.key("End");
        CHECK(customer.focused() == "Export");
        customer.key("ArrowDown");
        CHECK(customer.focused() == "Détails");
        customer.key("ArrowUp");
        CHECK(customer.focused() == "Export");
        customer.key("Home");
        CHECK(customer.focused() == "Détails");
        customer.key("Enter");
        CHECK(chosen == "details");
    }
    SUBCASE("follows keys that come faster than it is drawn")
    {
        customer.keys_at_once({"ArrowDown", "ArrowDown"});
        CHECK(customer.focused() == "Étiquette");
        customer.keys_at_once({"End", "Home"});
        CHECK(customer.focused() == "Détails");
        customer.keys_at_once({"End", "ArrowUp", "Home"});
        CHECK(customer.focused() == "Détails");
    }
    SUBCASE("goes to the item that begins with the letters typed, without accents")
    {
        customer.key("e");
        CHECK(customer.focused() == "Étiquette");
        customer.key("x");
        CHECK(customer.focused() == "Export");
    }
    SUBCASE("goes round the items of a letter that is pressed again and again")
    {
        customer.key("e");
        CHECK(customer.focused() == "Étiquette");
        customer.key("e");
        CHECK(customer.focused() == "Export");
        customer.key("e");
        CHECK(customer.focused() == "Étiquette");
        customer.waits(1200);
        customer.key("r");
        CHECK(customer.focused() == "Renouveler");
    }
    SUBCASE("closes on Escape and gives the focus back")
    {
        customer.key("Escape");
        CHECK_FALSE(customer.sees(Role::menu, "Actions"));
        CHECK(customer.focused() == "Actions");
        CHECK(chosen.empty());
    }
    SUBCASE("closes on a press outside, which does nothing else")
    {
        customer.click(900, 700);
        CHECK_FALSE(customer.sees(Role::menu, "Actions"));
    }
    SUBCASE("leads to an address")
    {
        customer.press(Role::menuitem, "Export");
        CHECK(customer.followed() == "#/export");
    }
    SUBCASE("stays on the screen however small that is")
    {
        customer.turns_to(200, 160);
        const auto* menu = customer.find(Role::menu, "Actions");
        REQUIRE(menu);
        CHECK(menu->rect.x >= 0);
        CHECK(menu->rect.right() <= 200);
        CHECK(menu->rect.bottom() <= 160);
    }
}

TEST_CASE("an entry of a menu that is a choice says that it is one, and whether it is on")
{
    Customer customer([] {
        ui::Menu menu("Langue"sv);
        if (!menu) return;
        menu.item("Français"sv, {.checked = 1});
        menu.item("English"sv, {.checked = 0});
        menu.item("Aide"sv);
    });
    customer.press(Role::button, "Langue");
    CHECK(customer.is(Role::menuitem, "Français", ui::state::selectable));
    CHECK(customer.is(Role::menuitem, "Français", ui::state::checked));
    CHECK(customer.is(Role::menuitem, "English", ui::state::selectable));
    CHECK_FALSE(customer.is(Role::menuitem, "English", ui::state::checked));
    CHECK_FALSE(customer.is(Role::menuitem, "Aide", ui::state::selectable));
}

TEST_CASE("a menu opens with the Down key on its button")
{
    Customer customer([&] {
        ui::Menu menu("Actions"sv);
        if (menu) menu.item("Détails"sv);
    });
    customer.key("Tab");
    customer.key("ArrowDown");
    CHECK(customer.sees(Role::menu, "Actions"));
    CHECK(customer.is(Role::menu, "Actions", ui::state::modal));
}

TEST_CASE("a menu whose button is gone is closed")
{
    bool     there = true;
    Customer customer([&] {
        if (!there) return;
        ui::Menu menu("Actions"sv);
        if (menu) menu.item("Détails"sv);
    });
    customer.press(Role::button, "Actions");
    there = false;
    customer.waits();
    there = true;
    customer.waits();
    CHECK_FALSE(customer.sees(Role::menu, "Actions"));
}
