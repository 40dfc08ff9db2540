// Filters of the lists of services: they combine, are in the address and shown as chips, and can be saved under a name.
#include "pages/services/filters.hpp"
#include "pages/world.hpp"

using namespace account;
using ui::Role;
using Names = std::vector<std::string>;

TEST_CASE("filters combine, each is a chip, and a press on its cross takes it away")
{
    World world("#/services/active?kind=domain&linked=no");
    CHECK(world.names() == Names{"example-one.fr", "example-two.com"});
    CHECK(world.sees(Role::button, "Retirer le filtre Domaines"));
    world.press(Role::button, "Retirer le filtre Domaines sans hébergement");
    CHECK(pages::to_hash(world.route) == "#/services/active?kind=domain");
    CHECK(world.sees(Role::status, "3 résultats sur 5"));
    CHECK_FALSE(world.sees(Role::button, "Tout effacer"));
}

TEST_CASE("several filters are taken away together, and the search stays")
{
    World world("#/services/active?q=example&kind=domain&tld=com&owner=me");
    CHECK(world.names() == Names{"example-two.com"});
    world.press(Role::button, "Tout effacer");
    CHECK(pages::to_hash(world.route) == "#/services/active?q=example");
}

TEST_CASE("each filter of the address shows what it says")
{
    const auto found = [](std::string_view query) {
        auto account = pages_account();
        change(account, "d1", [](Service& service) { service.auto_renew = true; });
        change(account, "d2", [](Service& service) { service.owner = {"C-9"}; });
        change(account, "h2", [](Service& service) { service.expires_on = in(7); });
        change(account, "d4", [](Service& service) { service.status = Status::suspended; });
        World world("#/services/" + std::string(query), {.account = std::move(account)});
        return world.names();
    };
    CHECK(found("active?kind=hosting&sort=name") == Names{"host0001", "host0002"});
    CHECK(found("active?expires=7") == Names{"host0002"});
    CHECK(found("active?expires=90&sort=name") == Names{"example-one.fr", "example-two.com", "host0002"});
    CHECK(found("active?auto=on") == Names{"example-one.fr"});
    CHECK(found("active?auto=off&kind=domain&sort=name") == Names{"example-two.com", "shop.fr"});
    CHECK(found("active?linked=yes") == Names{"shop.fr"});
    CHECK(found("active?owner=contact") == Names{"example-two.com"});
    CHECK(found("active?tld=fr&sort=name") == Names{"example-one.fr", "shop.fr"});
    CHECK(found("expired?status=suspended") == Names{"late.com"});
    CHECK(found("expired?status=expired") == Names{"redeem.fr"});
    CHECK(found("expired?expires=late&sort=name") == Names{"late.com", "redeem.fr"});
}

TEST_CASE("words that are no filter of the list do not filter, and the page says which they are")
{
    for (const auto* query :
         {"kind=nonsense", "auto=perhaps", "expires=31", "expires=late", "expires=", "status=active", "status=expired",
          "tld=FR!", "owner=you", "linked=maybe", "colour=red"}) {
        CAPTURE(query);
        World world("#/services/active?" + std::string(query));
        CHECK(world.sees(Role::status, "5 résultats sur 5"));
        CHECK_FALSE(world.customer.reads("Retirer le filtre"));
        if (std::string_view(query).ends_with('=')) continue;  // nothing is asked for
        CHECK(world.reads("L’adresse demande « " + std::string(query) + " »"));
        world.press(Role::button, "Retirer de l’adresse");
        CHECK(pages::to_hash(world.route) == "#/services/active");
        CHECK_FALSE(world.reads("L’adresse demande"));
    }
}

TEST_CASE("of every list, what its address asks for and is not understood is said: filter, order, tab")
{
    const auto said = [](std::string_view address) {
        World world(address);
        return world.reads("L’adresse demande");
    };
    CHECK(said("#/services/active?sort=nonsense"));
    CHECK(said("#/services/active?sort=name,nonsense"));
    CHECK(said("#/services/nowhere"));
    CHECK(said("#/services/domains?tld=fr"));
    CHECK(said("#/services/pending?sort=name"));
    CHECK(said("#/services/trade?kind=domain"));
    CHECK(said("#/mail?kind=domain"));
    CHECK(said("#/?kind=domain"));
    CHECK_FALSE(said("#/services/active?sort=-expires,name&q=shop&tld=fr&kind=domain"));
    CHECK_FALSE(said("#/services/active/d1?tld=fr"));
    CHECK_FALSE(said("#/services/domains?q=shop"));
    CHECK_FALSE(said("#/services"));
    CHECK_FALSE(said("#/"));
}

TEST_CASE("an ending is the public suffix of a name, in the letters of its people")
{
    auto account = pages_account();
    account.services.put(domain("u1", "shop.co.uk", in(90)));
    account.services.put(domain("u2", "direct.uk", in(90)));
    auto cyrillic         = domain("r1", "xn--e1afmkfd.xn--p1ai", in(90));
    cyrillic.display_name = "пример.рф";
    account.services.put(cyrillic);
    const auto found = [&](std::string_view value) {
        World world("#/services/active?tld=" + std::string(value), {.account = account});
        return world.names();
    };
    CHECK(found("co.uk") == Names{"shop.co.uk"});
    CHECK(found("uk") == Names{"direct.uk"});
    CHECK(found(".CO.UK") == Names{"shop.co.uk"});
    CHECK(found("xn--p1ai") == Names{"пример.рф"});
    CHECK(found("рф") == Names{"пример.рф"});
    World world("#/services/active?tld=xn--p1ai", {.account = account});
    CHECK(world.sees(Role::button, "Retirer le filtre Extension .рф"));
}

TEST_CASE(
    "the domains that use a name server are found by a search for it and by a filter, and are then changed together")
{
    auto account = pages_account();
    change(account, "d1", [](Service& one) { one.nameservers = {"ns1.host.example", "ns2.host.example"}; });
    change(account, "d2", [](Service& one) { one.nameservers = {"ns1.host.example.org"}; });
    change(account, "d3", [](Service& one) { one.nameservers = {"ns1.shop.fr 192.0.2.1", "ns1.host.example"}; });
    World world("#/services/active?q=ns1.host.example&sort=name", {.account = account});
    CHECK(world.names() == Names{"example-one.fr", "example-two.com", "shop.fr"});
    world.goes_to("#/services/active?server=NS1.host.example.&sort=name");
    CHECK(world.names() == Names{"example-one.fr", "shop.fr"});
    CHECK(world.sees(Role::button, "Retirer le filtre Serveur DNS ns1.host.example"));
    world.press(Role::checkbox, "Tout sélectionner");
    world.press(Role::button, "Actions");
    CHECK(world.may_press(Role::menuitem, "Changer les serveurs DNS"));

    world.goes_to("#/services/active?q=shop.fr");
    CHECK(world.names() == Names{"shop.fr"});
}

TEST_CASE("a pasted web address looks for the name in it, also where it has so many dots that it could be a server")
{
    for (const auto* pasted : {"https://www.example-one.fr/page?x=1", "www.example-one.fr", "contact@example-one.fr"}) {
        World world("#/services/active");
        world.types(Role::searchbox, "Rechercher", pasted);
        CAPTURE(pasted);
        CHECK(world.sees(Role::link, "example-one.fr"));
        CHECK_FALSE(world.sees(Role::link, "example-two.com"));
    }
}

TEST_CASE("one filter shows all that needs an act, lists say what is wrong, and the page of a domain says what to do "
          "and by when")
{
    auto account = pages_account();
    change(account, "d1", [](Service& one) { one.condition = Condition::suspended_registry; });
    change(account, "d2", [](Service& one) { one.condition = Condition::dispute; });
    change(account, "h2", [](Service& one) { one.expires_on = in(20); });
    World world("#/services/active?sort=name", {.account = account});
    CHECK(world.reads("Suspendu (registre)"));
    CHECK(world.reads("En litige"));
    world.press(Role::button, "Filtrer");
    world.press(Role::menuitem, "À faire");
    CHECK(world.names() == Names{"example-one.fr", "example-two.com", "host0002"});
    CHECK(world.sees(Role::button, "Retirer le filtre À faire"));
    world.goes_to("#/services/active/d1");
    CHECK(world.reads("Le registre a suspendu ce domaine"));
    CHECK(world.reads("Aucune date n’est fixée"));
}

TEST_CASE("the number behind a choice is that of the rows which it leaves, whatever else is asked for")
{
    auto account = pages_account();
    account.services.put(domain("d9", "other.fr", in(90)));
    change(account, "d9", [](Service& one) { one.auto_renew = true; });
    for (const auto* address : {"#/services/active", "#/services/active?auto=off", "#/services/active?q=shop",
                                "#/services/active?auto=off&tld=com", "#/services/active?tld=fr"}) {
        CAPTURE(address);
        World world(address, {.account = account});
        world.press(Role::button, "Filtrer");
        world.press(Role::menuitem, "Tous les filtres…");
        const std::string all = world.route.at("q").empty() ? (world.route.at("auto").empty() ? "3" : "2") : "1";
        world.customer.choose("Extension du domaine", ".fr (" + all + ")");
        CHECK(world.sees(Role::status, all + " résultat" + (all == "1" ? "" : "s") + " sur 6"));
    }
}

TEST_CASE("all filters are chosen in one popup, and the list behind follows at once")
{
    World world;
    world.press(Role::button, "Filtrer");
    world.press(Role::menuitem, "Tous les filtres…");
    CHECK(world.sees(Role::dialog, "Filtrer les services"));
    for (const auto* name : {"Type", "Expiration", "Renouvellement automatique", "Association à un hébergement",
                             "Extension du domaine", "Propriétaire"})
        CHECK_MESSAGE(world.sees(Role::combobox, name), name);
    CHECK_FALSE(world.sees(Role::combobox, "Statut"));  // they are all active
    world.customer.choose("Extension du domaine", ".fr (2)");
    CHECK(world.sees(Role::button, "Afficher 2 services"));
    world.customer.choose("Association à un hébergement", "Domaines associés");
    world.press(Role::button, "Afficher 1 service");
    CHECK_FALSE(world.sees_any(Role::dialog));
    CHECK(pages::to_hash(world.route) == "#/services/active?tld=fr&linked=yes");
    CHECK(world.names() == Names{"shop.fr"});
}

TEST_CASE("filters that leave nothing over say so, and are taken away by a press")
{
    World world("#/services/active?expires=7");
    CHECK(world.reads("Aucun résultat avec ces filtres"));
    world.press(Role::button, "Effacer les filtres");
    CHECK(world.sees(Role::status, "5 résultats sur 5"));
}

TEST_CASE("a filter is another question: what was selected is selected no more")
{
    World world;
    world.press(Role::checkbox, "Sélectionner shop.fr");
    CHECK(world.sees(Role::status, "1 service sélectionné"));
    world.goes_to("#/services/active?auto=off");
    CHECK_FALSE(world.sees(Role::status, "1 service sélectionné"));
}

TEST_CASE("search, filters and order are saved under a name, and come back by it")
{
    World world("#/services/active?q=example&tld=fr&sort=-name");
    world.press(Role::button, "Filtrer");
    world.press(Role::menuitem, "Enregistrer ce filtre…");
    world.press(Role::button, "Enregistrer");
    CHECK(world.reads("Donnez un nom à ce filtre."));
    world.types(Role::textbox, "Nom du filtre", "  Mes .fr  ");
    CHECK(world.reads("Services actifs · Extension .fr · Recherche « example » · Trié par Identifiant"));
    world.press(Role::button, "Enregistrer");
    CHECK_FALSE(world.sees_any(Role::dialog));
    CHECK(world.preferences.services.filters ==
          std::vector<pages::SavedFilter>{{"Mes .fr", "#/services/active?q=example&tld=fr&sort=-name"}});

    world.goes_to("#/services/expired");
    world.press(Role::button, "Filtrer");
    world.press(Role::menuitem, "Mes .fr");
    CHECK(pages::to_hash(world.route) == "#/services/active?q=example&tld=fr&sort=-name");
    CHECK(world.names() == Names{"example-one.fr"});
    world.press(Role::button, "Filtrer");
    CHECK(world.is(Role::menuitem, "Mes .fr", ui::state::checked));
}

TEST_CASE("a name of a filter is short, and no other one has it")
{
    World world("#/services/active?kind=domain");
    world.preferences.services.filters = {{"Domaines", "#/services/active?kind=domain"}};
    world.press(Role::button, "Filtrer");
    world.press(Role::menuitem, "Enregistrer ce filtre…");
    world.types(Role::textbox, "Nom du filtre", "domaines");
    world.press(Role::button, "Enregistrer");
    CHECK(world.reads("Un filtre s’appelle déjà « domaines »."));
    world.types(Role::textbox, "Nom du filtre", std::string(41, 'x'));
    CHECK(world.reads("Au plus 40 caractères ; ce texte en a 41."));
    CHECK(world.preferences.services.filters.size() == 1);
}

TEST_CASE("a list that asks for nothing has nothing to save")
{
    World world;
    world.press(Role::button, "Filtrer");
    CHECK_FALSE(world.may_press(Role::menuitem, "Enregistrer ce filtre…"));
    CHECK(world.reason(Role::menuitem, "Enregistrer ce filtre…") ==
          "Choisissez d’abord un filtre, une recherche ou un tri.");
    CHECK_FALSE(world.sees(Role::menuitem, "Gérer les filtres enregistrés…"));
}

TEST_CASE("a saved filter is deleted")
{
    World world;
    world.preferences.services.filters = {{"Domaines", "#/services/active?kind=domain"},
                                          {"En retard", "#/services/expired?expires=late"}};
    world.press(Role::button, "Filtrer");
    world.press(Role::menuitem, "Gérer les filtres enregistrés…");
    world.press(Role::button, "Supprimer le filtre Domaines");
    CHECK(world.preferences.services.filters.size() == 1);
    CHECK(world.reads("Services expirés · Expiration dépassée"));
    world.press(Role::button, "Supprimer le filtre En retard");
    CHECK(world.reads("Aucun filtre enregistré"));
}

TEST_CASE("what is stored of filters may be anything")
{
    using pages::read_filters;
    const std::vector<pages::SavedFilter> kept{{"Été", "#/services/active?kind=domain"}, {"b", "#/services/expired"}};
    CHECK(read_filters(pages::print_filters(kept), "services") == kept);
    CHECK(read_filters("", "services").empty());
    CHECK(read_filters("no tab\n\t#/services/active\nx\t#/billing\ny\t#/services/active/d1\n\xff\t#/services/active",
                       "services")
              .empty());
    CHECK(read_filters("a\t#/services/active\na\t#/services/expired", "services").size() == 1);
    CHECK(read_filters(std::string(41, 'x') + "\t#/services/active", "services").empty());
    std::string many;
    for (int number = 0; number < 1000; ++number) many += "n" + std::to_string(number) + "\t#/services/active\n";
    CHECK(read_filters(many, "services").size() == pages::most_filters);
    CHECK(read_filters("a\t#/services/active?q=" + std::string(100'000, 'x'), "services").empty());
}

TEST_CASE("the endings offered are those of the rows, the most frequent ones first, then by name")
{
    const auto                 state = pages_account();
    const auto                 tld   = std::ranges::find(pages::service_filters(), "tld", &pages::Filter::key);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < state.services.size(); ++row) rows.push_back(row);
    const auto values = pages::values_in(*tld, state, rows);
    REQUIRE(values.size() == 2);
    CHECK(values[0].value == "fr");
    CHECK(values[0].rows == 3);
    CHECK(values[1].value == "com");
    CHECK(values[1].rows == 2);
    CHECK(pages::values_in(*tld, state, {}).empty());
}
