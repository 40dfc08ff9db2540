// Words that are being written in a popup are never lost.
#include "pages/world.hpp"

using namespace account;
using ui::Role;

namespace {

constexpr auto resumed = "Brouillon repris : voici ce que vous aviez commencé à écrire.";
constexpr auto clear   = "Effacer le brouillon";

void opens_a_ticket(World& world) { world.chooses("example-one.fr", "Contacter le support à ce sujet"); }

}  // namespace

TEST_CASE("a question to support that was left by Escape is there again, and is said to be a draft")
{
    World world;
    opens_a_ticket(world);
    CHECK_FALSE(world.reads(resumed));
    CHECK_FALSE(world.sees(Role::button, clear));
    world.types(Role::textbox, "Sujet", "Courriel");
    world.types(Role::textbox, "Message", "Bonjour,\nplus rien n’arrive.");
    world.key("Escape");
    REQUIRE_FALSE(world.sees_any(Role::dialog));

    opens_a_ticket(world);
    CHECK(world.value(Role::textbox, "Sujet") == "Courriel");
    CHECK(world.value(Role::textbox, "Message") == "Bonjour,\nplus rien n’arrive.");
    CHECK(world.reason(Role::dialog, "Contacter le support à ce sujet") == resumed);

    SUBCASE("cleared, it is gone, and the keyboard is in the form")
    {
        world.press(Role::button, clear);
        CHECK(world.value(Role::textbox, "Sujet").empty());
        CHECK(world.value(Role::textbox, "Message").empty());
        CHECK_FALSE(world.reads(resumed));
        CHECK(world.customer.focused() == "Votre demande concerne");
        world.key("Escape");
        opens_a_ticket(world);
        CHECK(world.value(Role::textbox, "Message").empty());
        CHECK_FALSE(world.reads(resumed));
    }
    SUBCASE("sent, it is gone")
    {
        world.press(Role::button, "Envoyer");
        REQUIRE_FALSE(world.sees_any(Role::dialog));
        opens_a_ticket(world);
        CHECK(world.value(Role::textbox, "Message").empty());
        CHECK_FALSE(world.reads(resumed));
    }
    SUBCASE("it is not offered for another service")
    {
        world.press(Role::button, "Annuler");
        world.chooses("shop.fr", "Contacter le support à ce sujet");
        CHECK(world.value(Role::textbox, "Message").empty());
    }
}

TEST_CASE("a question is kept however its popup is closed")
{
    World world;
    opens_a_ticket(world);
    world.types(Role::textbox, "Message", "Bonjour");
    SUBCASE("by the cross") { world.press(Role::button, "Fermer"); }
    SUBCASE("by « Annuler »") { world.press(Role::button, "Annuler"); }
    SUBCASE("by going elsewhere")
    {
        world.goes_to("#/home");
        world.goes_to("#/services/active");
    }
    SUBCASE("by a crash")
    {
        world.device.passes_ms(1'000);
        world.key("Escape");
        world.device.reloads();
        world.waits();
    }
    opens_a_ticket(world);
    CHECK(world.value(Role::textbox, "Message") == "Bonjour");
}

TEST_CASE("a label and notes are kept as a draft until they are saved, or equal what is stored")
{
    World world;
    world.chooses("example-one.fr", "Étiquette et notes");
    world.types(Role::textbox, "Étiquette", "Boutique de Lyon");
    world.types(Role::textbox, "Notes", "Payé par la filiale");
    world.key("Escape");
    CHECK(world.service("d1").label.empty());
    world.chooses("example-one.fr", "Étiquette et notes");
    CHECK(world.value(Role::textbox, "Étiquette") == "Boutique de Lyon");
    CHECK(world.value(Role::textbox, "Notes") == "Payé par la filiale");
    CHECK(world.reads(resumed));
    SUBCASE("saved")
    {
        world.press(Role::button, "Enregistrer");
        CHECK(world.service("d1").label == "Boutique de Lyon");
    }
    SUBCASE("written back to what is stored")
    {
        world.types(Role::textbox, "Étiquette", "");
        world.types(Role::textbox, "Notes", "");
        world.key("Escape");
    }
    world.chooses("example-one.fr", "Étiquette et notes");
    CHECK_FALSE(world.reads(resumed));
    CHECK_FALSE(world.sees(Role::button, clear));
}
