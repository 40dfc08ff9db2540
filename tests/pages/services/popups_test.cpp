// The popups, each completed.
#include "pages/world.hpp"

using namespace account;
using ui::Role;

namespace {

std::vector<std::string> lines(std::initializer_list<const char*> all) { return {all.begin(), all.end()}; }

}  // namespace

TEST_CASE("the name servers of a domain are changed from its row, and the host is asked to do it")
{
    World world;
    world.chooses("example-one.fr", "Changer les serveurs DNS");
    REQUIRE(world.sees(Role::dialog, "Changer les serveurs DNS"));
    CHECK(world.reads("zone DNS n’est pas copiée"));
    CHECK(world.value(Role::textbox, "Serveur 1") == "dns1.old.example");

    world.types(Role::textbox, "Serveur 1", "ns1.elsewhere.example");
    world.types(Role::textbox, "Serveur 2", "ns2.elsewhere.example");
    world.press(Role::button, "Changer les serveurs");

    CHECK_FALSE(world.sees(Role::dialog, "Changer les serveurs DNS"));
    const auto operation = open_operation(world.state(), {"d1"});
    REQUIRE(operation);
    CHECK(kind_of(*operation) == OperationKind::nameservers);
    CHECK(std::get<NameserverChange>(operation->detail).after ==
          lines({"ns1.elsewhere.example", "ns2.elsewhere.example"}));
    CHECK(world.reads("Le changement des serveurs DNS de example-one.fr est demandé."));

    SUBCASE("a second change waits until the first one is done")
    {
        world.press(Role::button, "Actions pour example-one.fr");
        CHECK_FALSE(world.may_press(Role::menuitem, "Changer les serveurs DNS"));
        CHECK(world.reason(Role::menuitem, "Changer les serveurs DNS") ==
              "Un changement de serveurs DNS est en cours. Attendez qu’il soit terminé.");
    }
    SUBCASE("they are in force when the host has finished")
    {
        world.device.lets_the_host_finish();
        CHECK(world.service("d1").nameservers == lines({"ns1.elsewhere.example", "ns2.elsewhere.example"}));
    }
}

TEST_CASE("an international server name is asked for as DNS writes it")
{
    World world;
    world.chooses("example-one.fr", "Changer les serveurs DNS");
    world.types(Role::textbox, "Serveur 1", "ns1.café.example");
    CHECK(world.reads("ns1.xn--caf-dma.example"));
    world.press(Role::button, "Changer les serveurs");
    const auto operation = open_operation(world.state(), {"d1"});
    REQUIRE(operation);
    CHECK(std::get<NameserverChange>(operation->detail).after.front() == "ns1.xn--caf-dma.example");
}

TEST_CASE("name servers that cannot be are refused beside their line, and nothing is asked for")
{
    World world;
    world.chooses("example-one.fr", "Changer les serveurs DNS");
    SUBCASE("no host name")
    {
        world.types(Role::textbox, "Serveur 2", "pas un nom");
        world.press(Role::button, "Changer les serveurs");
        CHECK(world.is(Role::textbox, "Serveur 2", ui::state::invalid));
        CHECK(
            world.reason(Role::textbox, "Serveur 2").starts_with("« pas un nom » n’est pas un nom de serveur valide."));
    }
    SUBCASE("twice the same")
    {
        world.types(Role::textbox, "Serveur 2", "DNS1.old.example");
        world.press(Role::button, "Changer les serveurs");
        CHECK(world.reason(Role::textbox, "Serveur 2").starts_with("dns1.old.example est déjà dans la liste."));
    }
    SUBCASE("only one")
    {
        world.types(Role::textbox, "Serveur 2", "");
        world.press(Role::button, "Changer les serveurs");
        CHECK(world.reads("Indiquez de 2 à 6 serveurs DNS."));
    }
    SUBCASE("nothing changed")
    {
        CHECK_FALSE(world.may_press(Role::button, "Changer les serveurs"));
        CHECK(world.reason(Role::button, "Changer les serveurs") == "Ce sont déjà les serveurs DNS de ce domaine.");
    }
    CHECK(world.sees(Role::dialog, "Changer les serveurs DNS"));
    CHECK(world.state().operations.empty());
}

TEST_CASE("one press fills in the host's servers; servers can be added up to six and taken away down to two")
{
    World world;
    world.chooses("example-one.fr", "Changer les serveurs DNS");
    world.press(Role::button, "Serveurs de l’hébergeur");
    CHECK(world.value(Role::textbox, "Serveur 1") == "ns1.host.example");
    CHECK(world.value(Role::textbox, "Serveur 2") == "ns2.host.example");
    CHECK_FALSE(world.sees(Role::textbox, "Serveur 3"));
    for (int more = 3; more <= 6; ++more) world.press(Role::button, "Ajouter : Serveur");
    CHECK(world.sees(Role::textbox, "Serveur 6"));
    CHECK_FALSE(world.may_press(Role::button, "Ajouter : Serveur"));
    world.press(Role::button, "Retirer Serveur 6");
    CHECK_FALSE(world.sees(Role::textbox, "Serveur 6"));
}

TEST_CASE("an operation that failed is told of at the top, with the service that it was for and why")
{
    World world;
    world.chooses("example-one.fr", "Changer les serveurs DNS");
    world.types(Role::textbox, "Serveur 1", "a.nowhere.invalid");
    world.types(Role::textbox, "Serveur 2", "b.nowhere.invalid");
    world.press(Role::button, "Changer les serveurs");
    world.device.lets_the_host_finish();
    world.waits();
    CHECK(world.reads("Opération échouée : example-one.fr"));
    CHECK(world.reads("Le registre ne connaît pas le serveur a.nowhere.invalid."));
}

TEST_CASE("name servers that another device has changed meanwhile are not overwritten unseen")
{
    World world;
    world.chooses("example-one.fr", "Changer les serveurs DNS");
    world.types(Role::textbox, "Serveur 1", "ns1.elsewhere.example");
    REQUIRE(world.device.asks(nameservers(world.state(), "d1", {"a.other.example", "b.other.example"})).empty());
    world.device.lets_the_host_finish();
    world.waits();
    CHECK(world.reads("Les serveurs DNS ont changé entre-temps. Vérifiez-les avant de continuer."));
    world.press(Role::button, "Changer les serveurs");
    CHECK(world.sees(Role::dialog, "Changer les serveurs DNS"));
    CHECK(world.service("d1").nameservers == lines({"a.other.example", "b.other.example"}));

    world.press(Role::button, "Reprendre avec les valeurs actuelles");
    CHECK(world.value(Role::textbox, "Serveur 1") == "a.other.example");
}

TEST_CASE("a renewal says until when it lasts and what it costs, and is paid with one press")
{
    World      world;
    const auto expiry = world.service("d1").expires_on;
    world.chooses("example-one.fr", "Renouveler");
    REQUIRE(world.sees(Role::dialog, "Renouveler"));
    CHECK(world.reads("Paiement simulé"));
    CHECK(world.reads("29/04/2027"));
    world.types(Role::spinbutton, "Durée", "3");
    CHECK(world.reads("29/04/2029"));

    const auto price = renewal_price(world.state(), world.service("d1"), 3, today);
    CHECK(world.reads(world.amount(price.net)));
    CHECK(world.reads(world.amount(price.vat)));
    CHECK(world.reads(world.amount(price.total())));
    world.press(Role::button, "Payer et renouveler");

    CHECK_FALSE(world.sees(Role::dialog, "Renouveler"));
    const auto operation = open_operation(world.state(), {"d1"});
    REQUIRE(operation);
    CHECK(std::get<TermExtension>(operation->detail).years == 3);
    CHECK(std::get<TermExtension>(operation->detail).charge == price);
    world.device.lets_the_host_finish();
    CHECK(world.service("d1").expires_on == base::years_after(expiry, 3));
}

TEST_CASE("years that cannot be bought are not bought")
{
    World world;
    world.chooses("example-one.fr", "Renouveler");
    for (const auto* wrong : {"0", "99", "", "un"}) {
        CAPTURE(wrong);
        world.types(Role::spinbutton, "Durée", wrong);
        world.press(Role::button, "Payer et renouveler");
        CHECK(world.sees(Role::dialog, "Renouveler"));
        CHECK(world.is(Role::spinbutton, "Durée", ui::state::invalid));
    }
    CHECK(world.state().operations.empty());
}

TEST_CASE("a domain that is late is reactivated, counted from its old expiry")
{
    World world("#/services/expired");
    world.chooses("late.com", "Réactiver");
    REQUIRE(world.sees(Role::dialog, "Réactiver"));
    CHECK(world.reads("même si vous renouvelez en retard"));
    CHECK(world.reads("28/02/2027"));
    world.press(Role::button, "Payer et réactiver");
    CHECK(open_operation(world.state(), {"d4"}));
}

TEST_CASE("restoring a domain in redemption says that the registry charges for it")
{
    World world("#/services/expired");
    world.chooses("redeem.fr", "Restaurer");
    CHECK(world.reads("Le registre facture la restauration"));
    world.press(Role::button, "Payer et restaurer");
    const auto operation = open_operation(world.state(), {"d5"});
    REQUIRE(operation);
    CHECK(std::get<TermExtension>(operation->detail).charge ==
          renewal_price(world.state(), world.service("d5"), 1, today));
}

TEST_CASE("a service that was renewed meanwhile is not renewed again unseen")
{
    World world;
    world.chooses("example-one.fr", "Renouveler");
    REQUIRE(world.device.asks(renewal(world.state(), "d1")).empty());
    world.device.lets_the_host_finish();
    world.waits();
    CHECK(world.reads("Ce service a été renouvelé entre-temps. Vérifiez sa nouvelle échéance."));
    world.press(Role::button, "Payer et renouveler");
    CHECK(world.sees(Role::dialog, "Renouveler"));
    CHECK_FALSE(open_operation(world.state(), {"d1"}));

    world.press(Role::button, "Reprendre avec les valeurs actuelles");
    world.press(Role::button, "Payer et renouveler");
    CHECK(open_operation(world.state(), {"d1"}));
}

TEST_CASE("automatic renewal is switched on, and off after a warning")
{
    World world;
    world.chooses("example-one.fr", "Renouvellement automatique");
    REQUIRE(world.sees(Role::dialog, "Renouvellement automatique"));
    CHECK(world.reads("cessera de fonctionner"));
    CHECK_FALSE(world.may_press(Role::button, "Enregistrer"));
    CHECK(world.reason(Role::button, "Enregistrer") == "Rien n’a changé.");

    world.press(Role::checkbox, "Renouveler ce service automatiquement");
    CHECK(world.reads("15 jours avant l’expiration"));
    world.press(Role::button, "Enregistrer");
    CHECK_FALSE(world.sees(Role::dialog, "Renouvellement automatique"));
    CHECK(world.service("d1").auto_renew);

    world.chooses("example-one.fr", "Renouvellement automatique");
    world.press(Role::checkbox, "Renouveler ce service automatiquement");
    CHECK(world.reads("example-one.fr cessera de fonctionner après le 29/04/2026"));
    world.press(Role::button, "Enregistrer");
    CHECK_FALSE(world.service("d1").auto_renew);
}

TEST_CASE("a domain is linked to a hosting account, its first one becoming the main one")
{
    World world;
    world.chooses("example-two.com", "Associer à un hébergement");
    REQUIRE(world.sees(Role::dialog, "Associer à un hébergement"));
    SUBCASE("nothing chosen: nothing done")
    {
        world.press(Role::button, "Associer");
        CHECK(world.sees(Role::dialog, "Associer à un hébergement"));
        CHECK(world.reads("Choisissez un hébergement."));
        CHECK(world.service("d2").linked_to.empty());
    }
    SUBCASE("to an account without a domain")
    {
        CHECK_FALSE(world.sees(Role::searchbox, "Filtrer la liste"));  // two are seen at a glance
        world.selects("Hébergement", 2);
        CHECK(world.reads("il en devient le domaine principal"));
        world.press(Role::button, "Associer");
        CHECK(world.service("d2").linked_to.value == "h2");
        CHECK(world.service("h2").main_domain.value == "d2");
        CHECK(world.service("d2").nameservers == lines({"dns1.old.example", "dns2.old.example"}));
        CHECK(world.state().operations.empty());
    }
    SUBCASE("to one that has a main domain, taking its place, with the host's servers")
    {
        world.selects("Hébergement", 1);
        CHECK(world.value(Role::combobox, "Hébergement") == "host0001 – Boutique");
        CHECK_FALSE(world.is(Role::checkbox, "En faire le domaine principal", ui::state::checked));
        world.press(Role::checkbox, "En faire le domaine principal");
        world.press(Role::checkbox, "Utiliser aussi les serveurs DNS de l’hébergeur");
        world.press(Role::button, "Associer");
        CHECK(world.service("d2").linked_to.value == "h1");
        CHECK(world.service("h1").main_domain.value == "d2");
        const auto operation = open_operation(world.state(), {"d2"});
        REQUIRE(operation);
        CHECK(std::get<NameserverChange>(operation->detail).after == nameservers_of_host(demo::catalogue()));
    }
}

TEST_CASE("a domain is taken from its hosting account after a warning that it was the main one")
{
    World world;
    world.chooses("shop.fr", "Dissocier");
    REQUIRE(world.sees(Role::alertdialog, "Dissocier de l’hébergement"));
    CHECK(world.reads("shop.fr ne sera plus associé à host0001."));
    CHECK(world.reads("C’est le domaine principal de host0001 : l’hébergement n’en aura plus."));
    SUBCASE("kept after all")
    {
        world.press(Role::button, "Annuler");
        CHECK(world.service("d3").linked_to.value == "h1");
    }
    SUBCASE("taken away")
    {
        world.press(Role::button, "Dissocier");
        CHECK(world.service("d3").linked_to.empty());
        CHECK(world.service("h1").main_domain.empty());
    }
    CHECK_FALSE(world.sees(Role::alertdialog, "Dissocier de l’hébergement"));
}

TEST_CASE("label and notes are saved, and found by the search")
{
    World world;
    world.chooses("example-one.fr", "Étiquette et notes");
    world.types(Role::textbox, "Étiquette", "Boutique d’été");
    world.types(Role::textbox, "Notes", "Première ligne");
    world.press(Role::button, "Enregistrer");
    CHECK_FALSE(world.sees(Role::dialog, "Étiquette et notes"));
    CHECK(world.service("d1").label == "Boutique d’été");
    CHECK(world.service("d1").notes == "Première ligne");
    world.types(Role::searchbox, "Rechercher", "BOUTIQUE ETE");
    CHECK(world.sees(Role::button, "Actions pour example-one.fr"));
    CHECK_FALSE(world.sees(Role::button, "Actions pour example-two.com"));
}

TEST_CASE("a label that is too long is refused beside its field")
{
    World world;
    world.chooses("example-one.fr", "Étiquette et notes");
    world.types(Role::textbox, "Étiquette", std::string(81, 'x'));
    world.press(Role::button, "Enregistrer");
    CHECK(world.sees(Role::dialog, "Étiquette et notes"));
    CHECK(world.is(Role::textbox, "Étiquette", ui::state::invalid));
    CHECK(world.reason(Role::textbox, "Étiquette").starts_with("Au plus 80 caractères ; ce texte en a 81."));
    CHECK(world.service("d1").label.empty());
}

TEST_CASE("a popup that is cancelled changes nothing and asks nothing")
{
    World world;
    for (const auto* action : {"Changer les serveurs DNS", "Renouveler", "Renouvellement automatique",
                               "Associer à un hébergement", "Étiquette et notes"}) {
        CAPTURE(action);
        const auto before = world.state().services.revision();
        world.chooses("example-one.fr", action);
        REQUIRE(world.sees(Role::dialog, action));
        world.press(Role::button, "Annuler");
        CHECK_FALSE(world.sees(Role::dialog, action));
        CHECK(world.state().services.revision() == before);
    }
    CHECK(world.device.store->outbox().empty());
}

TEST_CASE("what is asked for without a network waits in the queue, and shows at once")
{
    World world("#/services/active", {.online = false});
    CHECK(world.sees(Role::status, "Hors ligne"));
    world.chooses("example-one.fr", "Étiquette et notes");
    world.types(Role::textbox, "Étiquette", "sans réseau");
    world.press(Role::button, "Enregistrer");
    CHECK(world.service("d1").label == "sans réseau");
    REQUIRE(world.device.store->outbox().size() == 1);
    CHECK(word_of(world.device.store->outbox().front().command) == "describe");
}
