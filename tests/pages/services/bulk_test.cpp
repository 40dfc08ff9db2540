// Bulk actions: which services will change, which will not and why, and one confirmation.
#include "pages/world.hpp"

using namespace account;
using ui::Role;

namespace {

void selects(World& world, std::initializer_list<const char*> services)
{
    for (const auto* name : services) world.press(Role::checkbox, "Sélectionner " + std::string(name));
}

void chooses(World& world, std::string_view action)
{
    world.press(Role::button, "Actions");
    world.press(Role::menuitem, action);
}

}  // namespace

TEST_CASE("selected services are renewed together, for one price that is said before")
{
    World world;
    selects(world, {"example-one.fr", "host0001"});
    chooses(world, "Renouveler");
    CHECK(world.sees(Role::dialog, "Renouveler"));
    CHECK(world.reads("2 services sélectionnés"));
    CHECK(world.reads("2 services seront renouvelés"));
    CHECK(world.reads("example-one.fr, host0001"));
    const auto price = [&](int years) {
        model::Rates rates;
        for (const auto* id : {"d1", "h1"})
            model::add(rates, model::renewal_price(world.state(), world.service(id), years, today));
        return model::total_of(rates);
    };
    CHECK(world.reads(world.amount(price(1))));
    world.types(Role::spinbutton, "Durée", "2");
    CHECK(world.reads(world.amount(price(2))));
    world.press(Role::button, "Payer et renouveler");
    CHECK_FALSE(world.sees_any(Role::dialog));
    CHECK(world.reads("2 renouvellements sont payés ; l’hébergeur s’en occupe."));
    CHECK(world.state().operations.size() == 2);
    world.device.lets_the_host_finish();
    CHECK(world.service("d1").expires_on == base::years_after(in(50), 2));
    CHECK(world.service("h1").expires_on == base::years_after(in(200), 2));
    REQUIRE(world.state().orders.size() == 1);
    CHECK(world.state().orders.row(0).total == price(2));
}

TEST_CASE("what will not be done is said with its reason, and only the rest is done")
{
    World world;
    selects(world, {"shop.fr", "example-one.fr", "host0001"});
    chooses(world, "Dissocier");
    CHECK(world.reads("1 domaine sera dissocié"));
    CHECK(world.reads("Sans effet sur 2 services"));
    CHECK(world.reads("Ce domaine n’est associé à aucun hébergement."));
    CHECK(world.reads("Possible pour un nom de domaine seulement."));
    world.press(Role::button, "Dissocier");
    CHECK(world.reads("1 domaine n’est plus associé à un hébergement."));
    CHECK(world.service("d3").linked_to.empty());
}

TEST_CASE("an action that is possible for none of the services says so and cannot be confirmed")
{
    World world;
    selects(world, {"host0001", "host0002"});
    chooses(world, "Dissocier");
    CHECK(world.reads("Sans effet sur 2 services"));
    CHECK_FALSE(world.may_press(Role::button, "Dissocier"));
    CHECK(world.reason(Role::button, "Dissocier") == "Ce n’est possible pour aucun des services sélectionnés.");
}

TEST_CASE("automatic renewal is turned on where it is off, and off again")
{
    auto account = pages_account();
    change(account, "d1", [](Service& service) { service.auto_renew = true; });
    change(account, "d2", [](Service& service) { service.owner = {"C-9"}; });
    World world("#/services/active", {.account = account});
    selects(world, {"example-one.fr", "example-two.com", "shop.fr"});
    chooses(world, "Activer le renouvellement automatique");
    CHECK(world.reads("Renouvellement automatique pour 1 service"));
    CHECK(world.reads("Rien ne change pour ce service."));
    CHECK(world.reads("Seul le propriétaire (C-9) peut le faire."));
    world.press(Role::button, "Activer");
    CHECK(world.service("d3").auto_renew);
    CHECK_FALSE(world.service("d2").auto_renew);

    chooses(world, "Arrêter le renouvellement automatique");
    CHECK(world.reads("Plus de renouvellement automatique pour 2 services"));
    world.press(Role::button, "Arrêter");
    CHECK_FALSE(world.service("d1").auto_renew);
    CHECK_FALSE(world.service("d3").auto_renew);
}

TEST_CASE("the same name servers are set for all selected domains")
{
    World world;
    selects(world, {"example-one.fr", "example-two.com", "host0001"});
    chooses(world, "Changer les serveurs DNS");
    CHECK(world.reads("Sans effet sur 1 service"));
    CHECK_FALSE(world.reads("Indiquez de 2 à 6 serveurs DNS."));  // not before the customer has tried
    world.press(Role::button, "Changer les serveurs");
    CHECK(world.reads("Indiquez de 2 à 6 serveurs DNS."));
    world.types(Role::textbox, "Serveur 1", "ns1.example.net");
    world.types(Role::textbox, "Serveur 2", "ns1.café.example");
    CHECK(world.reads("Serveurs DNS changés pour 2 domaines"));
    world.press(Role::button, "Changer les serveurs");
    CHECK(world.reads("Le changement des serveurs DNS est demandé pour 2 domaines."));
    world.device.lets_the_host_finish();
    CHECK(world.service("d1").nameservers == std::vector<std::string>{"ns1.example.net", "ns1.xn--caf-dma.example"});
    CHECK(world.service("d2").nameservers == world.service("d1").nameservers);
}

TEST_CASE("expired services are reactivated together")
{
    World world("#/services/expired");
    selects(world, {"late.com", "redeem.fr"});
    world.press(Role::button, "Actions");
    CHECK_FALSE(world.sees(Role::menuitem, "Renouveler"));
    world.press(Role::menuitem, "Réactiver");
    CHECK(world.reads("2 services seront renouvelés"));
    world.press(Role::button, "Payer et réactiver");
    CHECK(world.state().operations.size() == 2);
}

TEST_CASE("what changes under the open popup changes what it says")
{
    World world;
    selects(world, {"example-one.fr", "example-two.com"});
    chooses(world, "Renouveler");
    CHECK(world.reads("2 services seront renouvelés"));
    REQUIRE(world.device.asks(renewal(world.state(), "d2")) == "");
    world.waits();
    CHECK(world.reads("1 service sera renouvelé"));
    CHECK(world.reads("Un renouvellement est en cours. Attendez qu’il soit terminé."));
}

TEST_CASE("many services are named by the first few and counted, and too many at once are refused")
{
    State account;
    for (int number = 0; number < 5'200; ++number)
        account.services.put(
            domain("d" + std::to_string(number), "n" + std::to_string(number) + ".fr", in(20 + number % 40)));
    World world("#/services/active?q=n1", {.account = account});
    world.press(Role::checkbox, "Tout sélectionner");
    chooses(world, "Activer le renouvellement automatique");
    CHECK(world.reads("et 1 106 autres"));
    world.press(Role::button, "Activer");
    CHECK(world.reads("Le renouvellement automatique est activé pour 1 111 services."));
    CHECK(world.service("d1999").auto_renew);

    world.goes_to("#/services/active");
    world.press(Role::checkbox, "Tout sélectionner");
    world.press(Role::button, "Actions");
    CHECK(world.reason(Role::menuitem, "Renouveler") == "Au plus 5 000 services à la fois. Sélectionnez-en moins.");
}

TEST_CASE("many changes are asked for offline and wait together")
{
    World world("#/services/active", {.online = false});
    world.press(Role::checkbox, "Tout sélectionner");
    chooses(world, "Activer le renouvellement automatique");
    world.press(Role::button, "Activer");
    CHECK(world.device.store->outbox().size() == 5);
    world.device.reloads();
    CHECK(world.service("d1").auto_renew);
}
