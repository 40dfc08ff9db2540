// Presses that were meant for what was there before.
#include "ui/ui.hpp"

#include "ui_harness.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace std::string_view_literals;
using ui::Role;

TEST_CASE("a popup takes no press that was meant for what was there before")
{
    ui::Dialog dialog;
    int        ended = 0;
    Customer   customer([&] {
        if (ui::button("Résilier"sv)) dialog.open = true;
        if (ui::confirm(dialog, "Résilier ?"sv, "Tout est perdu."sv, "Tout effacer"sv, ui::Kind::danger)) ++ended;
    });
    customer.press(Role::button, "Résilier");
    REQUIRE(customer.how_many(Role::alertdialog) == 1);

    SUBCASE("a second tap a moment later, where the popup now has its button")
    {
        customer.press_at_once(Role::button, "Tout effacer");
        CHECK(ended == 0);
        CHECK(dialog.open);
        customer.press(Role::button, "Tout effacer");
        CHECK(ended == 1);
    }
    SUBCASE("a finger that was down before")
    {
        auto& io = ImGui::GetIO();
        io.AddMousePosEvent(0, 0);
        const auto* verb = customer.find(Role::button, "Tout effacer");
        io.AddMousePosEvent(verb->rect.x + 10, verb->rect.y + 10);
        io.AddMouseButtonEvent(0, true);
        customer.waits(600);
        io.AddMouseButtonEvent(0, false);
        customer.waits();
        CHECK(ended == 0);
    }
    SUBCASE("and it is ready again each time that it opens")
    {
        customer.press(Role::button, "Annuler");
        customer.press(Role::button, "Résilier");
        customer.press_at_once(Role::button, "Tout effacer");
        CHECK(ended == 0);
    }
}

TEST_CASE("what destroys never lies where the press before it was")
{
    for (const float width : {390.0f, 1280.0f})
        for (const float share : {0.05f, 0.3f, 0.5f, 0.7f, 0.95f}) {
            ui::Dialog  dialog;
            int         ended = 0;
            std::string verb  = "Tout effacer";
            Customer    customer(
                [&] {
                    if (ImGui::IsMouseReleased(ImGuiMouseButton_Left) && !dialog.was_open) dialog.open = true;
                    dialog.was_open = dialog.open;
                    if (ui::confirm(dialog, "Résilier ?"sv, "Tout est perdu."sv, verb, ui::Kind::danger)) ++ended;
                },
                width);
            // Where the buttons lie when nothing was pressed before.
            dialog.open = true;
            customer.waits(500);
            const auto danger = customer.find(Role::button, verb)->rect;
            customer.key("Escape");
            REQUIRE_FALSE(dialog.open);
            customer.waits(2000);

            const float x = danger.x + danger.w * share, y = danger.y + danger.h / 2;
            customer.click(x, y);
            REQUIRE(dialog.open);
            customer.waits(600);
            const auto window = customer.find(Role::alertdialog, "Résilier ?")->rect;
            const auto moved  = customer.find(Role::button, verb)->rect;
            CHECK(moved.y >= window.y);
            CHECK(moved.bottom() <= window.bottom());
            CHECK(moved.x >= window.x);
            CHECK(customer.find(Role::button, "Annuler")->rect.right() <= window.right());
            customer.click(x, y);
            CAPTURE(width);
            CAPTURE(share);
            CHECK(ended == 0);
            // The verb is still there, elsewhere in the dialog, and is pressed as ever.
            if (!dialog.open) continue;
            customer.press(Role::button, verb);
            CHECK(ended == 1);
        }
}
