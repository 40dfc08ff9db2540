// Accueil, the shell around it, and import and export of the account.
#include "pages/frame/page_table.hpp"
#include "pages/world.hpp"

using namespace account;
using ui::Role;

TEST_CASE("the home page counts active hosting accounts and domains, and each count opens its list")
{
    World world("#/");
    CHECK(world.sees(Role::heading, "Accueil"));
    world.press(Role::link, "2 comptes d’hébergement");
    CHECK(pages::to_hash(world.route) == "#/services/active?kind=hosting");
    CHECK(world.sees(Role::status, "2 résultats sur 5"));
    world.goes_to("#/");
    world.press(Role::link, "3 domaines");
    CHECK(world.sees(Role::status, "3 résultats sur 5"));
}

namespace {

// What a customer would like to see in order: 1. today, 2. within a week, 3. within a month, 4. too late.
State troubled_account()
{
    auto state = small();
    state.services.put(domain("lost", "lost.fr", in(-59)));
    state.services.put(hosting("wiped", "host0009", in(-40)));
    state.services.put(domain("today", "today.fr", in(0)));
    state.services.put(domain("week", "week.fr", in(6)));
    state.services.put(domain("month", "month.fr", in(29)));
    return state;
}

std::vector<std::string> alerts_in(const World& world, std::string_view list)
{
    std::vector<std::string> names;
    int                      depth = -1;
    const auto&              nodes = world.customer.ui.semantics().nodes();
    for (const auto& node : nodes) {
        if (node.role == Role::list) depth = World::plain(node.name) == list ? 1 : -1;
        if (depth < 0 || node.role != Role::text) continue;
        const auto words = World::plain(node.name);
        names.push_back(words.substr(0, words.find(' ')));
    }
    return names;
}

}  // namespace

TEST_CASE("alerts stand in the order of what can still be saved: today, this week, this month")
{
    World world("#/", {.account = troubled_account()});
    using Names = std::vector<std::string>;
    CHECK(alerts_in(world, "Aujourd’hui") == Names{"today.fr"});
    CHECK(alerts_in(world, "Cette semaine") == Names{"week.fr"});
    CHECK(alerts_in(world, "Ce mois-ci") == Names{"month.fr"});
    for (const auto* heading : {"Aujourd’hui", "Cette semaine", "Ce mois-ci"})
        CHECK(world.sees(Role::heading, heading));

    World quiet("#/");  // late.com and redeem.fr, nothing that ends today
    CHECK_FALSE(quiet.sees(Role::heading, "Aujourd’hui"));
    World english("#/", {.language = base::Language::en, .account = troubled_account()});
    for (const auto* heading : {"Today", "This week", "This month"}) CHECK(english.sees(Role::heading, heading));
}

TEST_CASE("what is lost is one folded line after everything else, and has nothing to press")
{
    World world("#/", {.account = troubled_account()});
    CHECK_FALSE(world.reads("lost.fr"));
    CHECK_FALSE(world.is(Role::button, "2 services perdus", ui::state::expanded));
    world.press(Role::button, "2 services perdus");
    CHECK(world.is(Role::button, "2 services perdus", ui::state::expanded));
    CHECK(alerts_in(world, "Services perdus") == std::vector<std::string>{"lost.fr", "host0009"});
    CHECK_FALSE(world.sees(Role::button, "Restaurer"));
    world.press(Role::button, "2 services perdus");
    CHECK_FALSE(world.reads("lost.fr"));
}

TEST_CASE("where all is lost that was to be saved, the customer is told that nothing expires, and what is lost")
{
    auto state = small();
    state.services.put(domain("lost", "lost.fr", in(-59)));
    World world("#/", {.account = state});
    CHECK(world.reads("Aucun service n’expire dans les 30 prochains jours."));
    CHECK(world.sees(Role::button, "1 service perdu"));
}

TEST_CASE("all that expires within a month is renewed by one act, for the price that it says")
{
    World      world("#/", {.account = troubled_account()});
    const auto price = [&] {
        model::Rates rates;
        for (const auto* id : {"today", "week", "month"})
            model::add(rates, model::renewal_price(world.state(), world.service(id), 1, today));
        return world.amount(model::total_of(rates));
    }();
    world.press(Role::button, "Renouveler les 3 services qui expirent d’ici un mois · " + price);
    REQUIRE(world.sees(Role::dialog, "Renouveler"));
    CHECK(world.reads("3 services seront renouvelés"));
    CHECK(world.reads("today.fr, week.fr, month.fr"));
    CHECK(world.reads(price));
    CHECK(world.state().operations.empty());
    world.press(Role::button, "Payer et renouveler");
    CHECK(world.state().operations.size() == 3);
    CHECK_FALSE(world.reads("qui expirent d’ici un mois"));

    World phone("#/", {.width = 320, .account = troubled_account()});
    phone.press(Role::button, "Renouveler les 3 · " + price);
    CHECK(phone.sees(Role::dialog, "Renouveler"));
}

TEST_CASE("for a single service that expires there is no act for many")
{
    auto state = small();
    state.services.put(domain("today", "today.fr", in(0)));
    World world("#/", {.account = state});
    CHECK(world.sees(Role::button, "Renouveler"));
    CHECK_FALSE(world.reads("d’ici un mois"));
}

TEST_CASE("each alert is one sentence with one action, and its action opens what mends it")
{
    World world("#/");
    CHECK(world.sees(Role::region, "Alertes"));
    CHECK(world.reads("redeem.fr a expiré il y a 20 jours"));
    CHECK(world.reads("late.com a expiré il y a 10 jours"));
    world.press(Role::button, "Restaurer");
    CHECK(world.sees(Role::dialog, "Restaurer"));
    CHECK(world.reads("redeem.fr"));
}

TEST_CASE("an alert says in words too how urgent it is")
{
    World world("#/");
    CHECK(world.sees(Role::image, "Urgent"));
    World few("#/", {.account = small()});
    CHECK_FALSE(few.sees(Role::image, "Urgent"));
}

TEST_CASE("an account in order says so instead of alerting")
{
    World world("#/", {.account = small()});
    CHECK(world.reads("Aucun service n’expire dans les 30 prochains jours."));
}

TEST_CASE("what the customer has just renewed is no alert any more")
{
    World world("#/");
    world.press(Role::button, "Restaurer");
    world.press(Role::button, "Payer et restaurer");
    CHECK_FALSE(world.reads("redeem.fr a expiré il y a"));
}

TEST_CASE("the latest ordered services lead to their details, and the page says how fresh it is")
{
    World world("#/");
    CHECK(world.sees(Role::list, "Derniers services"));
    CHECK(world.reads("À jour au 10/03/2026 à 12:00"));
    world.customer.ui.says_paris = true;
    world.waits();
    CHECK(world.reads("À jour au 10/03/2026 à 12:00 (heure de Paris)"));
    world.press(Role::link, "host0001");
    CHECK(pages::to_hash(world.route) == "#/services/active/h1");
}

TEST_CASE("the months ahead say how many services expire in each, and what a year more of them costs")
{
    World world("#/");
    REQUIRE(world.sees(Role::table, "Échéances des 12 prochains mois"));
    CHECK(world.reads("5 services expirent ; les renouveler un an : 177,48 € TTC"));
    CHECK(world.reason(Role::link, "avril 2026") == "1 service · 10,20 € TTC");  // example-one.fr
    CHECK(world.reason(Role::link, "juin 2026") == "1 service · 72,00 € TTC");   // host0002
    CHECK(world.reason(Role::link, "mars 2026") == "0 service · 0,00 € TTC");
    world.press(Role::link, "avril 2026");
    CHECK(pages::to_hash(world.route) == "#/services/active?expires=2026-04");
    CHECK(world.reads("Expiration en avril 2026"));
    CHECK(world.sees(Role::button, "Actions pour example-one.fr"));
    CHECK_FALSE(world.sees(Role::button, "Actions pour host0002"));
}

TEST_CASE("the months ahead follow the language, and a renewal that was carried out")
{
    World english("#/", {.language = base::Language::en});
    CHECK(english.reason(Role::link, "April 2026") == "1 service · €10.20 incl. VAT");

    auto state = small();
    change(state, "d1", [](Service& service) { service.expires_on = base::years_after(service.expires_on, 1); });
    World world("#/", {.account = state});
    CHECK(world.reason(Role::link, "avril 2026") == "0 service · 0,00 € TTC");
}

TEST_CASE("spending is shown by year once something was paid")
{
    World before("#/");
    CHECK_FALSE(before.sees(Role::table, "Dépenses par année"));
    CHECK(before.reads("Aucun renouvellement payé."));

    auto state = small();
    for (const int days_ago : {20, 400}) {
        Operation paid;
        paid.id       = {"op-" + std::to_string(days_ago)};
        paid.service  = {"d1"};
        paid.state    = OperationState::done;
        paid.asked_at = noon(in(-days_ago));
        TermExtension term;
        term.charge.net = {1'234'500 + days_ago};
        paid.detail     = term;
        state.operations.put(paid);
    }
    World world("#/", {.account = state});
    REQUIRE(world.sees(Role::table, "Dépenses par année"));
    CHECK(world.sees(Role::rowheader, "2025"));
    CHECK(world.sees(Role::cell, "12 349,00 €"));
    CHECK(world.sees(Role::rowheader, "2026"));
    CHECK(world.reads("Renouvellements 2026 : 12 345,20 €"));
}

TEST_CASE("an account without services says how to get some, and shows no empty charts")
{
    World world("#/", {.account = State{}});
    CHECK(world.sees(Role::link, "0 compte d’hébergement"));
    CHECK(world.reads("Vous n’avez pas encore de service."));
    CHECK_FALSE(world.reads("Échéances"));
    world.press(Role::button, "Importer un compte…");
    CHECK(world.asks(pages::PickAccountFile{}));
}

TEST_CASE("the three counts stand side by side or one below the other, never two and one")
{
    for (const float width : {320.f, 480.f, 640.f, 700.f, 768.f, 1024.f, 1280.f, 2560.f}) {
        CAPTURE(width);
        World      world("#/", {.width = width});
        const auto place = [&](std::string_view name) {
            for (const auto& node : world.customer.ui.semantics().nodes())
                if (node.role == Role::link && World::plain(node.name) == name) return node.rect;
            FAIL("no link " << name);
            return ui::Rect{};
        };
        const auto first = place("2 comptes d’hébergement"), second = place("3 domaines"),
                   third = place("2 services expirés");
        CHECK((first.y == second.y) == (second.y == third.y));
        CHECK(first.w == doctest::Approx(third.w).epsilon(0.01));
    }
}

TEST_CASE("the menu has its seven entries in their order; each opens its page and is marked")
{
    World                          world("#/");
    const std::vector<std::string> names{"Accueil",
                                         "Informations personnelles",
                                         "Gérer mes services",
                                         "Gestion des contacts",
                                         "Commander un service",
                                         "Facturation & Paiements",
                                         "Support & Assistance"};
    REQUIRE(world.sees(Role::navigation, "Menu principal"));
    for (const auto& name : names) {
        CAPTURE(name);
        world.press(Role::link, name);
        CHECK(world.sees(Role::heading, name));
        CHECK(world.is(Role::link, name, ui::state::current));
        CHECK(world.title() == name + " – Guichet");
    }
    CHECK(world.reads("Page à venir"));
}

TEST_CASE("an address that leads nowhere says so and leads home")
{
    World world("#/nulle/part");
    CHECK(world.reads("Cette adresse ne mène nulle part."));
    world.press(Role::link, "Retour à l’accueil");
    CHECK(world.sees(Role::heading, "Accueil"));
}

TEST_CASE("the global search finds places and services, and goes there")
{
    World world("#/");
    world.types(Role::combobox, "Recherche globale", "factur");
    CHECK(world.sees(Role::option, "Facturation & Paiements"));
    CHECK_FALSE(world.sees(Role::option, "Accueil"));
    world.types(Role::combobox, "Recherche globale", "two.com");
    CHECK(world.sees(Role::option, "example-two.com"));
    world.key("Enter");
    CHECK(pages::to_hash(world.route) == "#/services/active/d2");
    CHECK(world.value(Role::combobox, "Recherche globale").empty());
}

TEST_CASE("language and theme are asked of the app, and what is chosen is marked")
{
    World world("#/");
    world.press(Role::button, "Langue");
    CHECK(world.is(Role::menuitem, "Français", ui::state::checked));
    world.press(Role::menuitem, "English");
    CHECK(world.asks(pages::ChooseLanguage{base::Language::en}));
    world.press(Role::button, "Thème");
    world.press(Role::menuitem, "Sombre");
    CHECK(world.asks(pages::ChooseTheme{pages::ThemeChoice::dark}));
}

TEST_CASE("the account menu imports and exports; the demo's menu resets after a question")
{
    World world("#/");
    CHECK(world.reads("Démonstration"));
    world.press(Role::button, "Mon compte");
    world.press(Role::menuitem, "Importer un compte…");
    CHECK(world.asks(pages::PickAccountFile{}));
    world.press(Role::button, "Mon compte");
    world.press(Role::menuitem, "Copier " + model::profile_of(world.state()).id.value);
    CHECK(world.customer.copied == model::profile_of(world.state()).id.value);
    world.press(Role::button, "Mon compte");
    world.press(Role::menuitem, "Exporter le compte");
    CHECK(world.asks(pages::ExportAccount{}));

    world.press(Role::button, "Démonstration");
    world.press(Role::menuitem, "Réinitialiser la démo");
    CHECK(world.asked.empty());
    world.press(Role::button, "Annuler");
    CHECK(world.asked.empty());
    world.press(Role::button, "Démonstration");
    world.press(Role::menuitem, "Réinitialiser la démo");
    world.press(Role::button, "Réinitialiser");
    CHECK(world.asks(pages::ResetDemo{}));
}

TEST_CASE("a file that was read is shown before it replaces anything")
{
    World world("#/");
    auto& import       = world.pages.import;
    import             = {};
    import.dialog.open = true;
    import.file        = "compte.json";
    import.account     = "C-77";
    import.services    = 12;
    world.waits();
    REQUIRE(world.sees(Role::dialog, "Importer un compte"));
    CHECK(world.reads("« compte.json » contient le compte C-77."));
    SUBCASE("and replaces when the customer says so")
    {
        world.press(Role::button, "Remplacer le compte");
        CHECK(world.asks(pages::AcceptImport{}));
    }
    SUBCASE("and is forgotten when not")
    {
        world.press(Role::button, "Annuler");
        CHECK(world.asks(pages::DropImport{}));
    }
    CHECK_FALSE(world.sees(Role::dialog, "Importer un compte"));
}

TEST_CASE("a file that is refused says why and where, and can only be closed or exchanged")
{
    World world("#/");
    auto& import       = world.pages.import;
    import.dialog.open = true;
    import.file        = "compte.json";
    import.refusal     = base::Problem{{}, "import.problem.too_large", {}};
    world.waits();
    REQUIRE(world.sees(Role::dialog, "Fichier refusé"));
    CHECK(world.reads("Le fichier dépasse 500 Mo."));
    CHECK_FALSE(world.sees(Role::button, "Remplacer le compte"));
    world.press(Role::button, "Choisir un autre fichier");
    CHECK(world.asks(pages::PickAccountFile{}));
    CHECK_FALSE(world.sees(Role::dialog, "Fichier refusé"));
}

TEST_CASE("a file that hovers over the page is invited in")
{
    World world("#/");
    CHECK_FALSE(world.reads("Déposez un fichier de compte"));
    world.app.file_hovers = true;
    world.waits();
    CHECK(world.reads("Déposez un fichier de compte pour l’importer"));
}

TEST_CASE("every page is whole at each width, in both languages, and says nothing twice wrongly")
{
    std::vector<std::string> addresses{"#/services/active/h1", "#/services/active/d3", "#/services/active/nobody",
                                       "#/nowhere"};
    for (const auto& page : pages::page_table()) {
        addresses.push_back(pages::address_of(page));
        for (const auto& tab : page.tabs) addresses.push_back(pages::address_of(page, &tab));
    }
    for (const auto language : {base::Language::fr, base::Language::en})
        for (const float width : {320.f, 768.f, 1280.f, 2560.f})
            for (const auto& hash : addresses) {
                CAPTURE(hash);
                CAPTURE(width);
                World world(hash, {.width = width, .language = language});
                CHECK(world.sees_any(Role::main));
                CHECK(world.sees_any(Role::heading));
                CHECK(world.nothing_sticks_out());
            }
}

TEST_CASE("where nothing can be stored, the banner says so and offers the account as a file")
{
    World world("#/", {.account = small()});
    world.device.storage.refuse(1'000, platform::StorageFault::quota);
    world.device.labels("d1", "boutique");
    world.waits();
    CHECK(world.reads("Cet appareil n’a plus de place"));
    world.press(Role::button, "Exporter le compte");
    CHECK(world.asks(pages::ExportAccount{}));
    CHECK(world.reads("Cet appareil n’a plus de place"));

    world.device.storage.refuse(0, platform::StorageFault::none);
    world.device.passes_ms(60'000);
    world.waits();
    CHECK_FALSE(world.reads("Cet appareil n’a plus de place"));
}
