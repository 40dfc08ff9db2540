#include "ui/core/item.hpp"
#include "ui/ui.hpp"

#include "ui_harness.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace std::string_view_literals;
using ui::Role;

TEST_CASE("a button")
{
    int         pressed = 0;
    std::string why;
    Customer    customer([&] { pressed += ui::button("Payer"sv, {.why_not = why}); });

    SUBCASE("is pressed by the pointer, by Enter and by Space, once each")
    {
        customer.press(Role::button, "Payer");
        CHECK(pressed == 1);
        customer.key("Enter");
        CHECK(pressed == 2);
        customer.key(" ");
        CHECK(pressed == 3);
    }
    SUBCASE("that is disabled says why, keeps its place in the Tab order and is not pressed")
    {
        why = "Vous êtes hors ligne.";
        customer.waits();
        CHECK_FALSE(customer.may_press(Role::button, "Payer"));
        CHECK(customer.reason(Role::button, "Payer") == why);
        customer.key("Tab");
        CHECK(customer.focused() == "Payer");
        customer.key("Enter");
        customer.press(Role::button, "Payer");
        CHECK(pressed == 0);
    }
    SUBCASE("shows its focus ring for the keyboard and not for the pointer")
    {
        customer.press(Role::button, "Payer");
        CHECK_FALSE(customer.ui.focus_ring(customer.keyboard.focused()));
        customer.keyboard = {};
        customer.key("Tab");
        CHECK(customer.ui.focus_ring(customer.keyboard.focused()));
    }
}

TEST_CASE("widgets keep their ids when the language changes")
{
    bool       on = true;
    Customer   customer([&] {
        ui::button("action.renew");
        ui::toggle("action.auto_renew", on);
    });
    const auto id        = customer.find(Role::button, "Renouveler")->id;
    customer.ui.language = base::Language::en;
    customer.waits();
    REQUIRE(customer.sees(Role::button, "Renew"));
    CHECK(customer.find(Role::button, "Renew")->id == id);
}

TEST_CASE("a link is followed by the app, also from the keyboard")
{
    Customer customer([&] { ui::link("Tous les services"sv, "#/services"); });
    customer.press(Role::link, "Tous les services");
    CHECK(customer.followed() == "#/services");
    customer.key("Enter");
    CHECK(customer.followed() == "#/services");
    CHECK_FALSE(customer.followed());
}

TEST_CASE("a tile is one link, called by its number and what it counts")
{
    Customer customer([&] {
        ui::Grid grid;
        grid.cell();
        ui::tile("12", "domaines"sv, "#/services/active?kind=domain");
    });
    customer.press(Role::link, "12 domaines");
    CHECK(customer.followed() == "#/services/active?kind=domain");
}

TEST_CASE("a checkbox and a switch say whether they are on")
{
    bool     checked = false, on = true;
    Customer customer([&] {
        ui::checkbox("Fermer les sessions"sv, checked);
        ui::toggle("Renouvellement"sv, on);
    });
    CHECK_FALSE(customer.is(Role::checkbox, "Fermer les sessions", ui::state::checked));
    customer.press(Role::checkbox, "Fermer les sessions");
    CHECK(checked);
    CHECK(customer.is(Role::checkbox, "Fermer les sessions", ui::state::checked));
    customer.press(Role::switch_, "Renouvellement");
    CHECK_FALSE(on);
    CHECK_FALSE(customer.is(Role::switch_, "Renouvellement", ui::state::checked));
}

TEST_CASE("tabs")
{
    int                chosen = 0;
    std::optional<int> got;
    Customer           customer([&] {
        const ui::TabItem items[] = {{.words = "Actifs"sv, .href = "#/a", .count = 12},
                                     {.words = "Expirés"sv, .href = "#/b"},
                                     {.words = "Trade"sv, .href = "#/c"}};
        if (const auto tab = ui::tabs("Services"sv, items, chosen)) got = tab;
    });
    SUBCASE("say which one is open, and its number")
    {
        CHECK(customer.is(Role::tab, "Actifs", ui::state::selected));
        CHECK_FALSE(customer.is(Role::tab, "Trade", ui::state::selected));
        CHECK(customer.value(Role::tab, "Actifs") == "12");
    }
    SUBCASE("lead to their address")
    {
        customer.press(Role::tab, "Expirés");
        CHECK(got == 1);
        CHECK(customer.followed() == "#/b");
    }
    SUBCASE("take one place in the Tab order; arrows walk along them and round")
    {
        customer.key("Tab");
        CHECK(customer.focused() == "Actifs");
        customer.key("ArrowRight");
        CHECK(customer.focused() == "Expirés");
        customer.key("End");
        CHECK(customer.focused() == "Trade");
        customer.key("ArrowRight");
        CHECK(customer.focused() == "Actifs");
        customer.key("ArrowLeft");
        CHECK(customer.focused() == "Trade");
        customer.key("Enter");
        CHECK(got == 2);
    }
    SUBCASE("follow keys that come faster than they are drawn")
    {
        customer.keys_at(Role::tab, "Actifs", {"ArrowRight", "ArrowRight"});
        CHECK(customer.focused() == "Trade");
        customer.keys_at_once({"Home", "ArrowLeft", "ArrowLeft"});
        CHECK(customer.focused() == "Expirés");
    }
    SUBCASE("scroll on a phone so that the one with the keyboard is seen")
    {
        customer.turns_to(200, 600);
        customer.key("Tab");
        customer.key("End");
        customer.waits();
        const auto* tab = customer.find(Role::tab, "Trade");
        CHECK(tab->clip.w == doctest::Approx(tab->rect.w));
    }
}

TEST_CASE("a chip takes its filter away")
{
    bool     removed = false;
    Customer customer([&] { removed = removed || ui::chip("Type"sv); });
    customer.press(Role::button, "Retirer le filtre Type");
    CHECK(removed);
}

TEST_CASE("an alert is a list item with one sentence and one action")
{
    bool     renewed = false;
    Customer customer([&] {
        ui::Group   list(Role::list, "home.alerts");
        ui::IdScope id("dom-1");
        renewed = renewed || ui::alert_line(ui::Tone::warning, "exemple.fr expire dans 6 jours."sv, "action.renew");
    });
    CHECK(customer.sees(Role::list, "Alertes"));
    CHECK(customer.how_many(Role::listitem) == 1);
    CHECK(customer.reads("exemple.fr expire dans 6 jours."));
    customer.press(Role::button, "Renouveler");
    CHECK(renewed);
}

TEST_CASE("a fact with a copy button puts its value on the clipboard, and leaves it to the app to say so")
{
    Customer customer([&] {
        const ui::Fact facts[] = {{.label = "Identifiant"sv, .value = "clar1234", .copy = true}};
        ui::facts(facts, "Le service"sv);
    });
    customer.press(Role::button, "Copier clar1234");
    CHECK(customer.copied == "clar1234");
    CHECK(customer.sees(Role::status, "Copié"));
}

TEST_CASE("a toast")
{
    bool     error = false;
    int      frame = 0;
    Customer customer([&] {
        if (frame++ == 0) ui::context().toast(error ? ui::Tone::danger : ui::Tone::success, "Enregistré.");
    });
    CHECK(customer.sees(Role::status, "Enregistré."));
    SUBCASE("leaves by itself, and asks for the frame in which it leaves")
    {
        CHECK(customer.ui.wakes_in_ms() > 0);
        customer.waits(7000);
        CHECK_FALSE(customer.sees(Role::status, "Enregistré."));
        CHECK(customer.ui.wakes_in_ms() < 0);
    }
    SUBCASE("that comes after a long rest is there to be read")
    {
        customer.press(Role::button, "Fermer");
        customer.click(10, 10);
        customer.rests(60'000);
        frame = 0;
        customer.key("Enter");
        CHECK(customer.sees(Role::status, "Enregistré."));
        customer.waits(5000);
        CHECK(customer.sees(Role::status, "Enregistré."));
    }
    SUBCASE("that the pointer rests on stays, asks for no frame, and leaves a while after it has gone")
    {
        customer.hover(Role::status, "Enregistré.");
        CHECK(customer.ui.wakes_in_ms() < 0);
        customer.rests(60'000);
        customer.click(10, 10);
        CHECK(customer.sees(Role::status, "Enregistré."));
        customer.waits(7000);
        CHECK_FALSE(customer.sees(Role::status, "Enregistré."));
    }
    SUBCASE("is closed by its button")
    {
        customer.press(Role::button, "Fermer");
        CHECK_FALSE(customer.sees(Role::status, "Enregistré."));
    }
    SUBCASE("about an error stays until it is closed")
    {
        error = true;
        frame = 0;
        customer.press(Role::button, "Fermer");
        frame = 0;
        customer.waits(20'000);
        CHECK(customer.sees(Role::status, "Enregistré."));
    }
}

TEST_CASE("nothing asks for frames while nothing changes")
{
    bool     on = true;
    Customer customer([&] {
        ui::Page page({.title = "Accueil"sv});
        ui::toggle("Renouvellement"sv, on);
        ui::Row row;
        ui::button("Gauche"sv);
        row.push_right();
        ui::button("Droite"sv);
    });
    customer.ui.reduced_motion = false;
    customer.waits(500);
    CHECK_FALSE(customer.ui.animating());
    on = false;
    customer.waits();
    CHECK(customer.ui.animating());
    customer.waits(500);
    CHECK_FALSE(customer.ui.animating());
}

TEST_CASE("without motion a change is there at once")
{
    bool     on = true;
    Customer customer([&] { ui::toggle("Renouvellement"sv, on); });
    on = false;
    customer.waits();
    CHECK_FALSE(customer.ui.animating());
}

TEST_CASE("a toast lies above the buttons of a popup, and stays where it is when a menu opens")
{
    ui::Dialog dialog;
    int        frame = 0;
    Customer   customer(
        [&] {
            if (frame++ == 0) ui::context().toast(ui::Tone::success, "Enregistré.");
            if (ui::Menu menu("Menu"sv); menu) menu.item("Un"sv);
            if (!dialog.open) return;
            ui::DialogScope scope(dialog, "Question"sv, {});
            if (!scope) return;
            scope.footer();
            ui::button("Oui"sv);
        },
        390, 760);
    const auto toast = [&] {
        const auto* node = customer.find(Role::status, "Enregistré.");
        REQUIRE(node);
        return node->rect;
    };
    const auto at = toast();
    customer.press(Role::button, "Menu");
    REQUIRE(customer.sees(Role::menuitem, "Un"));
    CHECK(toast().y == at.y);
    customer.key("Escape");
    dialog.open = true;
    customer.waits();
    const auto* yes = customer.find(Role::button, "Oui");
    REQUIRE(yes);
    CHECK(toast().bottom() <= yes->rect.y);
    dialog.open = false;
    customer.waits();
    CHECK(toast().y == at.y);
}

TEST_CASE("what moves stands at its goal when it is first drawn")
{
    float    first = -1;
    Customer customer([&] {
        ui::context().reduced_motion = false;
        if (first < 0) first = ui::context().ease(ui::id_named("menu"), true);
    });
    CHECK(first == 1);
}
