#include "ui/icons.hpp"
#include "ui/ui.hpp"

#include "ui_harness.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

using namespace std::string_view_literals;
using ui::Role;

namespace {

struct App {
    ui::ShellState              state;
    std::string                 search;
    std::vector<ui::Suggestion> found = {{{}, "exemple.fr", "Domaine", "#/1", "Services"},
                                         {{}, "Facturation", "Page", "#/2", "Pages"}};
    std::optional<int>          chosen;
    int                         lines = 60;

    void draw()
    {
        static constexpr ui::MenuEntry entries[] = {{ui::icons::house, "nav.home", "#/"},
                                                    {ui::icons::server, "nav.services", "#/services"}};
        ui::Shell shell(state, {.brand = "app.name", .badge = "ui.demo", .entries = entries, .current = 1});
        {
            ui::TopBar bar(state);
            if (const auto hit = bar.search(search, found)) chosen = hit;
            bar.status(ui::Tone::success, ui::icons::circle_check, "À jour"sv);
        }
        ui::Page page({.title = "nav.services"});
        for (int line = 0; line < lines; ++line) ui::text("ligne " + std::to_string(line));
        ui::button("Tout en bas"sv);
    }
};

}  // namespace

TEST_CASE("the shell")
{
    App      app;
    Customer customer([&] { app.draw(); });

    SUBCASE("says which page is open, in the menu and in the title")
    {
        CHECK(customer.sees(Role::navigation, "Menu principal"));
        CHECK(customer.is(Role::link, "Gérer mes services", ui::state::current));
        CHECK_FALSE(customer.is(Role::link, "Accueil", ui::state::current));
        const auto* title = customer.find(Role::heading, "Gérer mes services");
        REQUIRE(title);
        CHECK(title->level == 1);
        CHECK(customer.how_many(Role::main) == 1);
        CHECK(customer.sees(Role::status, "À jour"));
    }
    SUBCASE("leads to the pages")
    {
        customer.press(Role::link, "Accueil");
        CHECK(customer.followed() == "#/");
    }
    SUBCASE("folds its menu to icons that keep their names, and unfolds it")
    {
        const auto wide = customer.find(Role::navigation, "Menu principal")->rect.w;
        customer.press(Role::button, "Réduire le menu");
        CHECK(app.state.collapsed);
        CHECK(customer.find(Role::navigation, "Menu principal")->rect.w < wide / 2);
        CHECK(customer.sees(Role::link, "Accueil"));
        customer.press(Role::button, "Déployer le menu");
        CHECK_FALSE(app.state.collapsed);
    }
    SUBCASE("shows the badge at every width")
    {
        for (const float width : {320.0f, 500.0f, 768.0f, 1280.0f, 2560.0f}) {
            CAPTURE(width);
            customer.turns_to(width, 800);
            CHECK(customer.sees(Role::text, "Démonstration"));
        }
    }
}

TEST_CASE("the menu of a phone is a drawer")
{
    App      app;
    Customer customer([&] { app.draw(); }, 320, 568);
    CHECK_FALSE(customer.sees(Role::navigation, "Menu principal"));
    customer.press(Role::button, "Ouvrir le menu");
    REQUIRE(customer.sees(Role::navigation, "Menu principal"));

    SUBCASE("that closes when a page is chosen")
    {
        customer.press(Role::link, "Accueil");
        CHECK(customer.followed() == "#/");
        CHECK_FALSE(app.state.drawer);
    }
    SUBCASE("that closes on Escape and gives the focus back")
    {
        customer.key("Escape");
        CHECK_FALSE(app.state.drawer);
        CHECK(customer.focused() == "Ouvrir le menu");
    }
    SUBCASE("that closes on a press beside it")
    {
        customer.click(310, 300);
        CHECK_FALSE(app.state.drawer);
    }
    SUBCASE("that puts the page out of reach") { CHECK_FALSE(customer.sees(Role::button, "Tout en bas")); }
}

TEST_CASE("the global search")
{
    App      app;
    Customer customer([&] { app.draw(); });

    SUBCASE("gets the keyboard by Ctrl+K, from anywhere")
    {
        customer.key("k", false, true);
        CHECK(customer.focused() == "Recherche globale");
    }
    SUBCASE("shows what there is before anything is typed, and marks nothing of it")
    {
        customer.press(Role::combobox, "Recherche globale");
        REQUIRE(customer.sees(Role::listbox, "Recherche globale"));
        customer.key("Enter");
        CHECK_FALSE(app.chosen);
        customer.key("Escape");
        CHECK_FALSE(customer.sees(Role::listbox, "Recherche globale"));
        customer.key("k", false, true);
        CHECK(customer.sees(Role::listbox, "Recherche globale"));
    }
    SUBCASE("keeps what cannot be chosen in sight, with the reason")
    {
        app.found[0].why_not = "pas maintenant";
        customer.press(Role::combobox, "Recherche globale");
        customer.type("ex");
        CHECK(customer.reason(Role::option, "exemple.fr") == "pas maintenant");
        customer.key("Enter");
        CHECK_FALSE(app.chosen);
        CHECK(app.search == "ex");
    }
    SUBCASE("goes on typing where a suggestion fills the field")
    {
        app.found[0].fills = "Renouveler ";
        customer.press(Role::combobox, "Recherche globale");
        customer.type("ex");
        customer.key("Enter");
        CHECK(app.search == "Renouveler ");
        CHECK_FALSE(app.chosen);
        CHECK(customer.sees(Role::listbox, "Recherche globale"));
    }
    SUBCASE("shows what it finds while words are typed, and opens the first with Enter")
    {
        customer.press(Role::combobox, "Recherche globale");
        customer.type("ex");
        REQUIRE(customer.sees(Role::listbox, "Recherche globale"));
        customer.key("Enter");
        CHECK(app.chosen == 0);
        CHECK(customer.followed() == "#/1");
        CHECK(app.search.empty());
    }
    SUBCASE("begins anew: Ctrl+K selects what was typed before and marks nothing, so that Enter follows nothing")
    {
        customer.key("k", false, true);
        customer.type("ex");
        customer.key("Escape");
        customer.key("k", false, true);
        const auto* field = customer.find(Role::combobox, "Recherche globale");
        REQUIRE(field);
        CHECK(field->is(ui::state::select_all));
        CHECK(field->active == 0);
        customer.waits();
        customer.key("Enter");
        CHECK_FALSE(app.chosen);
        CHECK(app.search == "ex");
    }
    SUBCASE("keeps no words when the customer goes elsewhere, by key or by a press however long")
    {
        customer.key("k", false, true);
        customer.type("ex");
        customer.key("Tab");
        customer.waits(200);
        CHECK(app.search.empty());
        customer.key("k", false, true);
        customer.type("ex");
        auto& io = ImGui::GetIO();
        io.AddMousePosEvent(900, 700);
        customer.keyboard.point(customer.ui, 900, 700);
        io.AddMouseButtonEvent(0, true);
        customer.waits(600);
        io.AddMouseButtonEvent(0, false);
        customer.waits(200);
        CHECK(app.search.empty());
        CHECK_FALSE(customer.sees(Role::listbox, "Recherche globale"));
    }
    SUBCASE("is walked with the arrows")
    {
        customer.press(Role::combobox, "Recherche globale");
        customer.type("ex");
        customer.key("ArrowDown");
        CHECK(customer.is(Role::option, "Facturation", ui::state::selected));
        customer.key("Enter");
        CHECK(customer.followed() == "#/2");
    }
    SUBCASE("is used with the pointer")
    {
        customer.press(Role::combobox, "Recherche globale");
        customer.type("ex");
        customer.press(Role::option, "Facturation");
        CHECK(customer.followed() == "#/2");
    }
    SUBCASE("is used with a finger, which takes the focus away before it presses")
    {
        for (const float width : {1280.0f, 320.0f}) {
            CAPTURE(width);
            customer.turns_to(width, 568);
            customer.key("k", false, true);
            customer.type("ex");
            const auto& place = customer.find(Role::option, "Facturation")->clip;
            const float x = place.x + place.w / 2, y = place.y + place.h / 2;
            customer.keyboard.point(customer.ui, x, y);
            customer.click(x, y);
            CHECK(customer.followed() == "#/2");
            customer.waits();
        }
    }
    SUBCASE("closes when the focus goes elsewhere")
    {
        customer.key("k", false, true);
        customer.key("Tab");
        customer.waits(200);
        CHECK_FALSE(customer.sees(Role::listbox, "Recherche globale"));
    }
    SUBCASE("says when nothing is found")
    {
        app.found.clear();
        customer.press(Role::combobox, "Recherche globale");
        customer.type("zzz");
        CHECK(customer.sees(Role::listbox, "Recherche globale"));
        customer.key("Escape");
        CHECK_FALSE(customer.sees(Role::listbox, "Recherche globale"));
    }
    SUBCASE("opens from its icon on a phone")
    {
        customer.turns_to(320, 568);
        customer.press(Role::button, "Recherche globale");
        CHECK(customer.focused() == "Recherche globale");
        customer.type("ex");
        customer.key("Enter");
        CHECK(customer.followed() == "#/1");
        CHECK_FALSE(app.state.searching);
    }
}

TEST_CASE("a page")
{
    App        app;
    Customer   customer([&] { app.draw(); });
    const auto hidden = [&] { return customer.find(Role::button, "Tout en bas")->clip.h < 1; };

    SUBCASE("scrolls by the wheel")
    {
        CHECK(hidden());
        customer.hover(Role::text, "ligne 3");
        customer.wheel(-1000);
        customer.waits();
        CHECK_FALSE(hidden());
    }
    SUBCASE("scrolls by the keyboard when nothing has it")
    {
        customer.key("End");
        customer.waits();
        CHECK_FALSE(hidden());
        customer.key("Home");
        customer.waits();
        CHECK(hidden());
    }
    SUBCASE("scrolls to what gets the keyboard by Tab")
    {
        customer.key("Tab", true);
        CHECK(customer.focused() == "Tout en bas");
        customer.waits();
        CHECK_FALSE(hidden());
    }
}

TEST_CASE("text fields where there is no page are edited in place")
{
    std::string text = "Bonjour";
    Customer    customer([&] { ui::text_field("Étiquette"sv, text); });
    customer.ui.page_fields = false;
    customer.waits();
    customer.press(Role::textbox, "Étiquette");
    ImGui::GetIO().AddKeyEvent(ImGuiKey_End, true);
    customer.waits();
    ImGui::GetIO().AddInputCharactersUTF8(" à tous");
    customer.waits();
    CHECK(text == "Bonjour à tous");
    CHECK(customer.value(Role::textbox, "Étiquette") == text);
}
