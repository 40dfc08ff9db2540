// Gérer mes services: the lists, the details, and tabs not built yet.
#include "pages/world.hpp"

using namespace account;
using ui::Role;

TEST_CASE("Services actifs shows the active services and says how many there are")
{
    World world;
    CHECK(world.sees(Role::heading, "Gérer mes services"));
    CHECK(world.sees(Role::table, "Services actifs"));
    CHECK(world.sees(Role::status, "5 résultats sur 5"));
    for (const auto* name : {"host0001", "host0002", "example-one.fr", "example-two.com", "shop.fr"})
        CHECK(world.sees(Role::button, std::string("Actions pour ") + name));
    CHECK_FALSE(world.sees(Role::button, "Actions pour late.com"));
}

TEST_CASE("each service is in exactly one of the two lists")
{
    World world;
    for (const auto* name :
         {"host0001", "host0002", "example-one.fr", "example-two.com", "shop.fr", "late.com", "redeem.fr"}) {
        CAPTURE(name);
        const auto actions = std::string("Actions pour ") + name;
        world.goes_to("#/services/active");
        const bool active = world.sees(Role::button, actions);
        world.goes_to("#/services/expired");
        CHECK(active != world.sees(Role::button, actions));
    }
}

TEST_CASE("the list has all the columns where there is room for them")
{
    World world("#/services/active", {.width = 2560});
    for (const auto* column :
         {"Type", "Identifiant", "Étiquette", "Domaine principal", "ID de compte", "Statut", "Création", "Expiration",
          "Jours restants", "Renouvellement automatique", "Associé à", "Propriétaire"})
        CHECK_MESSAGE(world.sees(Role::columnheader, column), column);
}

TEST_CASE("the search narrows while one types, and the address follows in the same entry of the history")
{
    World world;
    world.types(Role::searchbox, "Rechercher", "EXAMPLE");
    CHECK(world.sees(Role::status, "2 résultats sur 5"));
    CHECK(pages::to_hash(world.route) == "#/services/active?q=EXAMPLE");
    CHECK(world.entries == 1);

    world.types(Role::searchbox, "Rechercher", "hebergement");
    CHECK(world.sees(Role::status, "2 résultats sur 5"));
    world.types(Role::searchbox, "Rechercher", "one.fr domaine");
    CHECK(world.sees(Role::status, "1 résultat sur 5"));
    world.types(Role::searchbox, "Rechercher", "rien de tel");
    CHECK(world.sees(Role::status, "0 résultat sur 5"));
    CHECK(world.reads("Aucun résultat pour « rien de tel »"));
    world.types(Role::searchbox, "Rechercher", "");
    CHECK(world.sees(Role::status, "5 résultats sur 5"));
    CHECK(pages::to_hash(world.route) == "#/services/active");
}

TEST_CASE("a shared link brings search, filter and order back")
{
    World world("#/services/active?kind=domain&sort=-name");
    CHECK(world.sees(Role::status, "3 résultats sur 5"));
    CHECK(world.names() == std::vector<std::string>{"shop.fr", "example-two.com", "example-one.fr"});
    CHECK(world.sees(Role::button, "Retirer le filtre Domaines"));
    world.press(Role::button, "Retirer le filtre Domaines");
    CHECK(world.sees(Role::status, "5 résultats sur 5"));
    CHECK(pages::to_hash(world.route) == "#/services/active?sort=-name");
}

TEST_CASE("an order or a filter that does not exist is passed over")
{
    World world("#/services/active?kind=nonsense&sort=-nonsense,,name");
    CHECK(world.sees(Role::status, "5 résultats sur 5"));
    CHECK(world.names().front() == "example-one.fr");
}

TEST_CASE("the soonest expiry comes first until another order is asked for")
{
    World world;
    CHECK(world.names().front() == "example-one.fr");
    world.press(Role::columnheader, "Identifiant");
    CHECK(world.route.at("sort") == "name");
    CHECK(world.names() ==
          std::vector<std::string>{"example-one.fr", "example-two.com", "host0001", "host0002", "shop.fr"});
    world.press(Role::columnheader, "Identifiant");
    CHECK(world.route.at("sort") == "-name");
    CHECK(world.names().front() == "shop.fr");
}

TEST_CASE("the days left sort as a column of their own, and only one title shows the order")
{
    World      world("#/services/active", {.width = 2200});
    const auto shows_order = [&](std::string_view column) {
        return world.customer.find(Role::columnheader, column)->sort == ui::Sort::ascending;
    };
    CHECK(shows_order("Expiration"));
    CHECK_FALSE(shows_order("Jours restants"));
    world.press(Role::columnheader, "Jours restants");
    CHECK(world.route.at("sort") == "days");
    CHECK(shows_order("Jours restants"));
    CHECK_FALSE(shows_order("Expiration"));
    CHECK(world.names().front() == "example-one.fr");
}

TEST_CASE("the type is chosen from the filter, and stands in the address")
{
    World world;
    world.press(Role::button, "Filtrer");
    world.press(Role::menuitem, "Hébergements");
    CHECK(world.route.at("kind") == "hosting");
    CHECK(world.sees(Role::status, "2 résultats sur 5"));
}

TEST_CASE(
    "an action that is not possible now stays visible, with the reason; one that never is for that kind is left out")
{
    World world("#/services/expired");
    world.press(Role::button, "Actions pour redeem.fr");
    CHECK(world.may_press(Role::menuitem, "Restaurer"));
    for (const auto* action : {"Changer les serveurs DNS", "Associer à un hébergement"}) {
        CHECK_FALSE(world.may_press(Role::menuitem, action));
        CHECK(world.reason(Role::menuitem, action) == "Ce domaine a expiré. Renouvelez-le d’abord.");
    }
    world.press(Role::menuitem, "Changer les serveurs DNS");
    CHECK_FALSE(world.sees(Role::dialog, "Changer les serveurs DNS"));
    world.key("Escape");

    world.goes_to("#/services/active");
    world.press(Role::button, "Actions pour host0001");
    CHECK(world.sees(Role::menuitem, "Mot de passe perdu de l’hébergement"));
    CHECK_FALSE(world.sees(Role::menuitem, "Changer les serveurs DNS"));
}

TEST_CASE("an account without services says what to do next")
{
    World world("#/services/active", {.account = State{}});
    CHECK(world.reads("Aucun service actif."));
    world.goes_to("#/services/expired");
    CHECK(world.reads("Aucun service expiré."));
}

TEST_CASE("the details of a service have their own address and tell everything about it")
{
    World world;
    world.chooses("shop.fr", "Détails du service");
    CHECK(pages::to_hash(world.route) == "#/services/active/d3");
    CHECK(world.entries == 2);
    CHECK(world.sees(Role::heading, "shop.fr"));
    CHECK(world.title() == "shop.fr – Guichet");
    for (const auto* card : {"En bref", "Services associés", "Serveurs DNS", "Opérations", "Étiquette et notes"})
        CHECK_MESSAGE(world.sees(Role::heading, card), card);
    CHECK(world.reads("dns1.old.example"));
    CHECK(world.reads("26/09/2026"));
    CHECK(world.reads("dans 200 jours"));
    CHECK(world.may_press(Role::link, "host0001"));

    world.press(Role::link, "host0001");
    CHECK(pages::to_hash(world.route) == "#/services/active/h1");
    CHECK(world.sees(Role::link, "shop.fr"));
    world.press(Role::link, "Retour à la liste");
    CHECK(world.sees(Role::table, "Services actifs"));
}

TEST_CASE("the details follow an operation from asked to done")
{
    World world("#/services/active/d1");
    world.press(Role::button, "Renouveler");
    world.press(Role::button, "Payer et renouveler");
    CHECK(world.reads("Renouvellement de 1 an"));
    CHECK(world.reads("À faire"));
    CHECK_FALSE(world.may_press(Role::button, "Renouveler"));
    CHECK(world.reason(Role::button, "Renouveler") == "Un renouvellement est en cours. Attendez qu’il soit terminé.");
    world.device.lets_the_host_finish();
    world.waits();
    CHECK(world.reads("Terminé"));
    CHECK(world.reads("29/04/2027"));
    CHECK(world.may_press(Role::button, "Renouveler"));
}

TEST_CASE("every action stands on the details, as a button or in the menu of the others, and opens its popup")
{
    World world("#/services/active/d1");
    for (const auto* action :
         {"Changer les serveurs DNS", "Renouveler", "Renouvellement automatique", "Étiquette et notes"}) {
        CAPTURE(action);
        world.press(Role::button, action);
        CHECK(world.sees(Role::dialog, action));
        world.press(Role::button, "Annuler");
    }
    for (const auto* action :
         {"Associer à un hébergement", "Récupérer le code de transfert", "Demander la résiliation"}) {
        CAPTURE(action);
        world.press(Role::button, "Autres actions");
        world.press(Role::menuitem, action);
        CHECK(world.sees(Role::dialog, action));
        world.press(Role::button, "Annuler");
    }
    world.press(Role::button, "Autres actions");
    CHECK_FALSE(world.may_press(Role::menuitem, "Dissocier"));
}

TEST_CASE("an address of a service that is not in the account says so")
{
    World world("#/services/active/nobody");
    CHECK(world.reads("Ce service n’est pas dans votre compte."));
    CHECK(world.sees(Role::link, "Retour à la liste"));
}

TEST_CASE("the five tabs are there in their order, each with its own address and its own words when it is empty")
{
    World world;
    CHECK(world.all(Role::tab) ==
          std::vector<std::string>{"Services actifs", "Services expirés", "État des domaines", "En attente", "Trade"});
    for (const auto* name : {"État des domaines", "En attente", "Trade"}) {
        world.press(Role::tab, name);
        CHECK(world.is(Role::tab, name, ui::state::selected));
    }
    CHECK(world.reads("Aucune cession."));
    world.press(Role::tab, "En attente");
    CHECK(world.reads("Rien n’est en attente."));
    world.press(Role::tab, "État des domaines");
    CHECK(world.sees(Role::table, "État des domaines"));
    CHECK(pages::to_hash(world.route) == "#/services/domains");
}

TEST_CASE("in English everything is in English, dates and amounts too")
{
    World world("#/services/active", {.language = base::Language::en});
    CHECK(world.sees(Role::table, "Active services"));
    CHECK(world.sees(Role::status, "5 results of 5"));
    CHECK(world.reads("29 Apr 2026"));
    world.press(Role::button, "Actions for example-one.fr");
    world.press(Role::menuitem, "Renew");
    CHECK(world.sees(Role::dialog, "Renew"));
    CHECK(world.reads("€"));
    CHECK(world.may_press(Role::button, "Pay and renew"));
}
