#include "ui/ui.hpp"

#include "ui_harness.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace std::string_view_literals;
using ui::Role;

namespace {

// A form for a made-up order, with its own rules in place of the model's.
struct SortOrder {
    ui::Dialog               dialog;
    std::int32_t             years = 1;
    std::string              label, hosting, notes;
    std::vector<std::string> servers  = {"ns1.exemple.fr", "ns2.exemple.fr"};
    bool                     terms    = false;
    int                      means    = -1;
    int                      accepted = 0;

    base::Problems check() const
    {
        base::Problems problems;
        if (years < 1 || years > 10) problems.add("years", "ui.at_limit");
        if (label.empty()) problems.add("label", "ui.nothing_found_hint");
        if (servers.size() > 1 && servers[1].find('.') == std::string::npos) problems.add("servers.1", "ui.no_option");
        return problems;
    }
    void draw()
    {
        if (ui::button("Commander"sv)) dialog.open = true;
        ui::button("Derrière"sv);
        ui::Form form(dialog, "Nouvelle commande"sv, check());
        if (!form) return;
        form.fact("Domaine"sv, "exemple.fr");
        form.number("years", "Années"sv, years, {.min = 1, .max = 10});
        form.text("label", "Étiquette"sv, label);
        form.notes("notes", "Notes"sv, notes, {.optional = true});
        const ui::Option options[] = {{"h1", "clar1234"}, {"h2", "clar5678", "", "Cet hébergement est suspendu."}};
        form.select("hosting", "Hébergement"sv, hosting, options);
        const ui::Choice choices[] = {{.words = "Carte"sv},
                                      {.words = "Virement"sv},
                                      {.words = "Prélèvement"sv, .why_not = "Aucun mandat."}};
        form.choice("means", "Moyen de paiement"sv, means, choices);
        form.checkbox("terms", "J’accepte"sv, terms);
        form.texts("servers", "Serveur"sv, servers, 2, 4);
        form.total("Total"sv, "12,00 €");
        accepted += form.accepted("Valider"sv);
    }
};

}  // namespace

TEST_CASE("a dialog")
{
    SortOrder order;
    Customer  customer([&] { order.draw(); });
    customer.press(Role::button, "Commander");
    REQUIRE(customer.sees(Role::dialog, "Nouvelle commande"));

    SUBCASE("puts what is behind it out of reach")
    {
        CHECK_FALSE(customer.sees(Role::button, "Derrière"));
        customer.click(20, 60);
        CHECK(customer.sees(Role::dialog, "Nouvelle commande"));
    }
    SUBCASE("gives the focus to its first field, and Tab stays inside")
    {
        CHECK(customer.focused() == "Années");
        for (int press = 0; press < 40; ++press) {
            customer.key("Tab");
            CHECK(customer.focused() != "Derrière");
            CHECK(customer.focused() != "Commander");
        }
    }
    SUBCASE("closes on Escape and gives the focus back")
    {
        customer.key("Escape");
        CHECK_FALSE(customer.sees(Role::dialog, "Nouvelle commande"));
        CHECK(customer.focused() == "Commander");
        CHECK(order.accepted == 0);
    }
    SUBCASE("closes on Annuler and on its cross")
    {
        customer.press(Role::button, "Annuler");
        CHECK_FALSE(order.dialog.open);
        customer.press(Role::button, "Commander");
        customer.press(Role::button, "Fermer");
        CHECK_FALSE(order.dialog.open);
    }
    SUBCASE("is a sheet over the whole screen of a phone, with its buttons in sight")
    {
        customer.turns_to(320, 568);
        const auto* dialog = customer.find(Role::dialog, "Nouvelle commande");
        CHECK(dialog->rect.w == 320);
        CHECK(dialog->rect.h == 568);
        const auto* verb = customer.find(Role::button, "Valider");
        REQUIRE(verb);
        CHECK(verb->clip.h == doctest::Approx(verb->rect.h));
    }
}

TEST_CASE("a form")
{
    SortOrder order;
    Customer  customer([&] { order.draw(); });
    customer.press(Role::button, "Commander");

    SUBCASE("does not complain before the customer has tried")
    {
        CHECK_FALSE(customer.is(Role::textbox, "Étiquette", ui::state::invalid));
        CHECK_FALSE(customer.reads("Vérifiez l’orthographe"));
    }
    SUBCASE("with problems is not accepted, says them under their fields, and goes to the first faulty one")
    {
        order.years = 11;
        customer.press(Role::button, "Valider");
        CHECK(order.accepted == 0);
        CHECK(order.dialog.open);
        CHECK(customer.is(Role::spinbutton, "Années", ui::state::invalid));
        CHECK(customer.reason(Role::spinbutton, "Années") == "La limite est atteinte.");
        CHECK(customer.is(Role::textbox, "Étiquette", ui::state::invalid));
        CHECK(customer.focused() == "Années");
    }
    SUBCASE("is accepted once when nothing is wrong, and closes")
    {
        customer.fill(Role::textbox, "Étiquette", "Boutique");
        customer.press(Role::button, "Valider");
        CHECK(order.accepted == 1);
        CHECK_FALSE(order.dialog.open);
        customer.waits();
        CHECK(order.accepted == 1);
    }
    SUBCASE("is accepted by Enter in a field of one line, not in one of several")
    {
        customer.fill(Role::textbox, "Étiquette", "Boutique");
        customer.fill(Role::textbox, "Notes", "Une ligne");
        customer.key("Enter");
        CHECK(order.accepted == 0);
        customer.press(Role::textbox, "Étiquette");
        customer.key("Enter");
        CHECK(order.accepted == 1);
    }
    SUBCASE("takes a complaint back as soon as the field is right")
    {
        customer.press(Role::button, "Valider");
        customer.fill(Role::textbox, "Étiquette", "Boutique");
        CHECK_FALSE(customer.is(Role::textbox, "Étiquette", ui::state::invalid));
    }
    SUBCASE("forgets that the customer tried when it is opened again")
    {
        customer.press(Role::button, "Valider");
        customer.press(Role::button, "Annuler");
        customer.press(Role::button, "Commander");
        CHECK_FALSE(customer.is(Role::textbox, "Étiquette", ui::state::invalid));
    }
}

TEST_CASE("the fields of a form")
{
    SortOrder order;
    Customer  customer([&] { order.draw(); }, 1280, 1400);
    customer.press(Role::button, "Commander");

    SUBCASE("a number is typed, stepped by its buttons and by the arrow keys, within its bounds")
    {
        customer.press(Role::button, "Années\u00a0: augmenter");
        CHECK(order.years == 2);
        customer.press(Role::button, "Années\u00a0: diminuer");
        CHECK_FALSE(customer.may_press(Role::button, "Années\u00a0: diminuer"));
        CHECK(order.years == 1);
        customer.press(Role::spinbutton, "Années");
        customer.key("ArrowUp");
        CHECK(order.years == 2);
        customer.key("PageUp");
        CHECK(order.years == 10);
        customer.key("ArrowUp");
        CHECK(order.years == 10);
        customer.fill(Role::spinbutton, "Années", "7");
        CHECK(order.years == 7);
        CHECK(customer.find(Role::spinbutton, "Années")->row == 7);
    }
    SUBCASE("a number field may be emptied and typed anew, and while it holds no number the last one does not count")
    {
        customer.fill(Role::spinbutton, "Années", "");
        CHECK(order.years == 0);
        CHECK(customer.value(Role::spinbutton, "Années") == "");
        customer.fill(Role::spinbutton, "Années", "abc");
        CHECK(order.years == 0);
        customer.press(Role::textbox, "Étiquette");
        CHECK(customer.value(Role::spinbutton, "Années") == "abc");
        customer.fill(Role::spinbutton, "Années", "03");
        CHECK(order.years == 3);
        CHECK(customer.value(Role::spinbutton, "Années") == "03");
        customer.press(Role::textbox, "Étiquette");
        CHECK(customer.value(Role::spinbutton, "Années") == "3");
    }
    SUBCASE("a choice is made by pointer and by arrows, and passes by what cannot be chosen")
    {
        customer.press(Role::radio, "Virement");
        CHECK(order.means == 1);
        customer.key("ArrowDown");
        CHECK(order.means == 0);
        customer.press(Role::radio, "Prélèvement");
        CHECK(order.means == 0);
        CHECK(customer.reason(Role::radio, "Prélèvement") == "Aucun mandat.");
    }
    SUBCASE("a list of choices opens below its field and closes when one is chosen")
    {
        customer.choose("Hébergement", "clar1234");
        CHECK(order.hosting == "h1");
        CHECK(customer.value(Role::combobox, "Hébergement") == "clar1234");
        CHECK_FALSE(customer.sees(Role::listbox, "Hébergement"));
        CHECK(customer.focused() == "Hébergement");
    }
    SUBCASE("a list of choices is walked with the arrows, chosen with Enter, left with Escape")
    {
        customer.press(Role::combobox, "Hébergement");
        customer.key("ArrowDown");
        customer.key("Enter");
        CHECK(order.hosting == "h1");
        customer.key("ArrowDown");
        REQUIRE(customer.sees(Role::listbox, "Hébergement"));
        customer.key("Escape");
        CHECK_FALSE(customer.sees(Role::listbox, "Hébergement"));
        CHECK(order.dialog.open);
    }
    SUBCASE("what cannot be chosen from a list says why and is not chosen")
    {
        customer.press(Role::combobox, "Hébergement");
        CHECK(customer.reason(Role::option, "clar5678") == "Cet hébergement est suspendu.");
        customer.press(Role::option, "clar5678");
        CHECK(order.hosting.empty());
    }
    SUBCASE("a list of texts grows and shrinks within its bounds, and each has its own complaint")
    {
        CHECK_FALSE(customer.sees(Role::button, "Retirer Serveur 1"));
        customer.press(Role::button, "Ajouter\u00a0: Serveur");
        CHECK(order.servers.size() == 3);
        CHECK(customer.focused() == "Serveur 3");
        customer.type("ns3.exemple.fr");
        CHECK(order.servers[2] == "ns3.exemple.fr");
        customer.press(Role::button, "Ajouter\u00a0: Serveur");
        CHECK_FALSE(customer.sees(Role::button, "Ajouter\u00a0: Serveur"));
        customer.press(Role::button, "Retirer Serveur 1");
        CHECK(order.servers == std::vector<std::string>{"ns2.exemple.fr", "ns3.exemple.fr", ""});
        order.servers = {"ns1.exemple.fr", "ns2"};
        order.label   = "x";
        customer.waits();
        customer.press(Role::button, "Valider");
        CHECK(customer.is(Role::textbox, "Serveur 2", ui::state::invalid));
        CHECK_FALSE(customer.is(Role::textbox, "Serveur 1", ui::state::invalid));
        CHECK(customer.focused() == "Serveur 2");
    }
}

TEST_CASE("a question is answered or put off")
{
    ui::Dialog dialog{.open = true};
    int        given = 0;
    Customer   customer([&] {
        given += ui::confirm(dialog, "Réinitialiser ?"sv, "Tout sera perdu."sv, "Réinitialiser"sv, ui::Kind::danger);
    });
    REQUIRE(customer.sees(Role::alertdialog, "Réinitialiser ?"));
    SUBCASE("given")
    {
        customer.press(Role::button, "Réinitialiser");
        CHECK(given == 1);
    }
    SUBCASE("put off")
    {
        customer.press(Role::button, "Annuler");
        CHECK(given == 0);
    }
    CHECK_FALSE(dialog.open);
}

TEST_CASE("below 480 pixels of height a popup scrolls with its title and its buttons")
{
    SortOrder order;
    Customer  customer([&] { order.draw(); }, 390, 760);
    customer.press(Role::button, "Commander");
    const auto where = [&](Role role, std::string_view name) {
        const auto* node = customer.find(role, name);
        REQUIRE(node);
        return node->rect;
    };
    CHECK(where(Role::button, "Valider").bottom() <= 760);
    customer.turns_to(390, 340);
    CHECK(where(Role::heading, "Nouvelle commande").y >= 0);
    CHECK(where(Role::button, "Valider").y > 340);
    customer.click(195, 300);
    customer.wheel(-100);
    CHECK(where(Role::button, "Valider").bottom() <= 340);
    CHECK(where(Role::heading, "Nouvelle commande").bottom() < 0);
    customer.press(Role::button, "Valider");
    CHECK(customer.is(Role::textbox, "Étiquette", ui::state::invalid));
}

TEST_CASE("a field that gets the focus in a low popup is shown with its complaint")
{
    SortOrder order;
    Customer  customer([&] { order.draw(); }, 390, 330);
    customer.press(Role::button, "Commander");
    const auto* label = customer.find(Role::textbox, "Étiquette");
    REQUIRE(label);
    const auto id = label->id;
    customer.wheel(-100);
    customer.press(Role::button, "Valider");
    customer.waits();
    customer.ui.hear({.kind = ui::Event::Kind::show, .id = id});
    customer.waits();
    const auto* field     = customer.find(Role::textbox, "Étiquette");
    const auto* complaint = customer.find(Role::text, customer.reason(Role::textbox, "Étiquette"));
    REQUIRE(field);
    REQUIRE(complaint);
    CHECK(field->rect.y >= 0);
    CHECK(complaint->rect.bottom() <= 330);
}
