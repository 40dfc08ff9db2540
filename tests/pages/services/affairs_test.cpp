// Actions on a service that take more than one step: codes, transfers, trades, letters.
#include "demo/desk.hpp"
#include "pages/world.hpp"

using namespace account;
using ui::Role;

namespace {

model::State affairs_account()
{
    auto state = pages_account();
    change_profile(state, [](Profile& me) {
        me.id    = {"C-000001"};
        me.email = "me@example.fr";
    });
    change(state, "h1", [](Service& one) { one.offer_right = OfferRight::available; });

    auto coming   = domain("d9", "coming.com", in(100));
    coming.status = Status::pending;
    state.services.put(coming);
    Transfer transfer;
    transfer.id         = {"transfer-1"};
    transfer.service    = {"d9"};
    transfer.unlocked   = true;
    transfer.started_at = noon(today);
    enter_step(state, transfer, TransferStep::awaiting_code, noon(today));
    return state;
}

WorldStyle with_affairs()
{
    WorldStyle style;
    style.account = affairs_account();
    style.height  = 1100;
    return style;
}

}  // namespace

TEST_CASE("a transfer code is asked for with the password, shown masked, hidden after a minute, and never in the data")
{
    World world("#/services/active", with_affairs());
    world.chooses("example-one.fr", "Récupérer le code de transfert");
    world.types(Role::textbox, "Votre mot de passe", "wrong");
    world.press(Role::button, "Afficher le code");
    world.hears();
    CHECK(world.reads("Ce n’est pas le bon mot de passe."));
    CHECK_FALSE(is_set(world.service("d1").unlocked_until));

    world.types(Role::textbox, "Votre mot de passe", "demo");
    world.press(Role::button, "Afficher le code");
    world.hears();
    const auto code = *demo::transfer_code(world.service("d1"), "demo");
    CHECK(world.reads("**************"));
    CHECK_FALSE(world.reads(code));
    world.press(Role::button, "Afficher");
    CHECK(world.reads(code));
    CHECK(world.service("d1").unlocked_until == in(7));
    world.device.passes_ms(60'000);
    world.waits();
    CHECK_FALSE(world.reads(code));
    CHECK(world.reads("Le code n’est plus affiché."));
    for (const auto& [key, bytes] : world.device.storage.damage()) CHECK(bytes.find(code) == std::string::npos);
}

TEST_CASE("a popup that waits for the host says so, and what is answered after it was closed is nobody's")
{
    World world("#/services/active", with_affairs());
    world.chooses("example-one.fr", "Récupérer le code de transfert");
    world.types(Role::textbox, "Votre mot de passe", "demo");
    world.press(Role::button, "Afficher le code");
    CHECK(world.reads("Demande en cours"));
    CHECK_FALSE(world.may_press(Role::button, "Afficher le code"));
    CHECK(world.value(Role::textbox, "Votre mot de passe").empty());
    world.key("Escape");
    world.hears();
    CHECK_FALSE(world.sees_any(Role::dialog));
    CHECK_FALSE(is_set(world.service("d1").unlocked_until));
    CHECK(world.device.store->outbox().empty());

    world.chooses("example-one.fr", "Récupérer le code de transfert");
    CHECK_FALSE(world.reads("Demande en cours"));
    CHECK(world.value(Role::textbox, "Votre mot de passe").empty());
}

TEST_CASE("a connection that is lost while the host is asked is said, and the question can be asked again")
{
    World world("#/services/active", with_affairs());
    world.chooses("example-one.fr", "Récupérer le code de transfert");
    world.types(Role::textbox, "Votre mot de passe", "demo");
    world.press(Role::button, "Afficher le code");
    world.device.store->set_online(false);
    world.hears();
    CHECK(world.reads("Il faut être en ligne pour cela."));
    CHECK_FALSE(is_set(world.service("d1").unlocked_until));
    world.device.store->set_online(true);
    world.types(Role::textbox, "Votre mot de passe", "demo");
    world.press(Role::button, "Afficher le code");
    world.hears();
    CHECK(world.reads("**************"));
}

TEST_CASE("the code of a transfer that is handed in is waited for, offline is said, and no code comes to the disk")
{
    World world("#/services/pending", with_affairs());
    world.chooses("coming.com", "Suivre le transfert");
    world.types(Role::textbox, "Code de transfert", "Right-Code");
    world.press(Role::button, "Envoyer le code");
    CHECK(world.reads("Demande en cours"));
    CHECK_FALSE(world.may_press(Role::button, "Envoyer le code"));
    world.device.store->set_online(false);
    world.hears();
    CHECK(world.reads("Il faut être en ligne pour cela."));
    world.device.store->set_online(true);
    world.types(Role::textbox, "Code de transfert", "Right-Code");
    world.press(Role::button, "Envoyer le code");
    world.key("Escape");
    world.hears();
    CHECK(last_transfer(world.state(), {"d9"}) == last_transfer(affairs_account(), {"d9"}));
    for (const auto& [key, bytes] : world.device.storage.damage()) CHECK(bytes.find("Right-Code") == std::string::npos);
}

TEST_CASE("locking, the WHOIS and a lost password are asked for from the row and followed on the details")
{
    World world("#/services/active", with_affairs());
    world.chooses("example-one.fr", "Verrouiller");
    world.press(Role::button, "Verrouiller");
    world.chooses("example-two.com", "Masquer mes coordonnées (WHOIS)");
    world.press(Role::button, "Masquer mes coordonnées");
    world.chooses("host0002", "Mot de passe perdu de l’hébergement");
    world.press(Role::button, "Envoyer le lien");
    world.device.lets_the_host_finish();
    CHECK(world.service("d1").locked);
    CHECK(world.service("d2").whois_private);

    world.goes_to(link_of(world, "mail.password"));
    CHECK(world.reads("Au moins 12 caractères."));
    world.types(Role::textbox, "Nouveau mot de passe", "court");
    world.press(Role::button, "Enregistrer le mot de passe");
    CHECK(world.reads("Au moins 12 caractères."));
    world.types(Role::textbox, "Nouveau mot de passe", "assez long pour ici");
    world.types(Role::textbox, "Confirmez le mot de passe", "assez long pour ici");
    world.press(Role::button, "Enregistrer le mot de passe");
    CHECK(world.reads("Le mot de passe de host0002 est changé."));
    world.goes_to("#/");
    world.goes_to(link_of(world, "mail.password"));
    CHECK(world.reads("Ce lien a déjà servi, ou son délai est passé."));
}

TEST_CASE("a transfer is followed step by step; a code that the registry refuses can be corrected")
{
    World world("#/services/pending", with_affairs());
    world.chooses("coming.com", "Suivre le transfert");
    CHECK(world.reads("À vous d’agir"));
    world.press(Role::button, "Envoyer le code");
    CHECK(world.is(Role::textbox, "Code de transfert", ui::state::invalid));
    world.types(Role::textbox, "Code de transfert", "wrong-code");
    world.press(Role::button, "Envoyer le code");
    world.hears();
    world.device.passes_ms(4'000);
    world.waits();
    CHECK(world.reads("Code refusé par le registre"));
    world.types(Role::textbox, "Code de transfert", "Right-Code");
    world.press(Role::button, "Envoyer le code");
    world.hears();
    for (int seconds = 0; seconds < 10; ++seconds) world.device.passes_ms(1'000);
    world.waits();
    CHECK(world.reads("Accord du titulaire attendu"));
    world.goes_to(link_of(world, "mail.transfer_validation"));
    world.press(Role::button, "Accepter");
    CHECK(world.state().transfers.row(0).step == TransferStep::awaiting_losing_registrar);
    for (const auto& [key, bytes] : world.device.storage.damage()) CHECK(bytes.find("Right-Code") == std::string::npos);
}

TEST_CASE("a service is handed over: both sides answer by their letters, and it leaves the account")
{
    World world("#/services/trade", with_affairs());
    CHECK(world.reads("Aucune cession."));
    world.goes_to("#/services/active");
    world.chooses("example-two.com", "Céder ce service (trade)");
    CHECK(world.sees(Role::button, "Retirer example-two.com de la cession"));
    world.press(Role::button, "Demander la cession");
    CHECK(world.is(Role::textbox, "Identifiant du compte destinataire", ui::state::invalid));
    world.types(Role::textbox, "Identifiant du compte destinataire", "C-118203");
    world.types(Role::textbox, "Adresse e-mail du destinataire", "other@example.org");
    world.types(Role::textbox, "Motif", "Vendu.");
    world.press(Role::checkbox, "J’accepte les conditions de cession et ces effets");
    world.press(Role::button, "Demander la cession");
    REQUIRE(world.state().trades.size() == 1);
    world.device.passes_ms(1'000);
    world.goes_to("#/services/trade");
    CHECK(world.reads("Deux confirmations attendues"));

    world.goes_to(link_of(world, "mail.trade_owner"));
    world.press(Role::button, "Accepter");
    CHECK(world.reads("Votre accord est enregistré."));
    world.goes_to(link_of(world, "mail.trade_recipient"));
    world.press(Role::button, "Accepter");
    for (int seconds = 0; seconds < 8; ++seconds) world.device.passes_ms(1'000);
    CHECK(world.state().trades.row(0).state == TradeState::done);
    CHECK_FALSE(world.state().services.contains({"d2"}));
    world.goes_to("#/services/trade");
    CHECK(world.reads("Terminée"));
}

TEST_CASE("why a service cannot be handed over is said in the language of the moment, under the open form too")
{
    auto  style   = WorldStyle{};
    auto& account = style.account;
    change(account, "d1", [](Service& service) { service.held_until = in(5); });
    World world("#/services/trade", std::move(style));
    world.press(Role::button, "Céder un service");
    world.press(Role::combobox, "Ajouter un service");
    CHECK(world.reason(Role::option, "example-one.fr").starts_with("Ce domaine ne peut pas être cédé"));

    world.customer.ui.language = base::Language::en;
    world.waits();
    CHECK(world.reason(Role::option, "example-one.fr").starts_with("This domain cannot change owner"));
}

TEST_CASE("of very many services each can be handed over: the field searches them all, and offers fifty")
{
    auto style = with_affairs();
    for (int at = 0; at < 1'200; ++at) {
        const auto number = std::to_string(10'000 + at);
        style.account.services.put(domain(("many" + number).c_str(), ("many-" + number + ".fr").c_str(), in(200)));
    }
    World world("#/services/trade", std::move(style));
    world.press(Role::button, "Céder un service");
    world.press(Role::combobox, "Ajouter un service");
    CHECK(world.all(Role::option).size() == 50);
    CHECK(world.sees(Role::status, "50 premiers sur 1 205"));
    world.customer.type("11199");
    CHECK(world.all(Role::option) == std::vector<std::string>{"many-11199.fr"});
    world.key("ArrowDown");
    world.key("Enter");
    CHECK(world.sees(Role::button, "Retirer many-11199.fr de la cession"));
    world.press(Role::combobox, "Ajouter un service");
    world.customer.type("Boutique");  // a label, as in the lists
    CHECK(world.all(Role::option) == std::vector<std::string>{"host0001"});
}

TEST_CASE("going elsewhere closes the popup that was open, and an address that names nothing opens none")
{
    World world("#/services/active", with_affairs());
    world.chooses("example-one.fr", "Étiquette et notes");
    REQUIRE(world.sees_any(Role::dialog));
    world.goes_to("#/services/active?q=example");
    CHECK(world.sees_any(Role::dialog));  // the same place
    world.goes_to("#/services/expired");
    CHECK_FALSE(world.sees_any(Role::dialog));
    world.goes_to("#/services/trade/nothing");
    CHECK_FALSE(world.sees_any(Role::dialog));
    world.goes_to("#/services/pending/nothing");
    CHECK_FALSE(world.sees_any(Role::dialog));
    world.goes_to("#/confirm/trade/nothing?side=owner&token=1");
    CHECK(world.reads("Ce lien n’est plus valable."));
    world.goes_to("#/confirm/elsewhere/x");
    CHECK(world.reads("Ce lien n’est plus valable."));
}

TEST_CASE("what a tab is searched for stands in the address, and a link brings it back")
{
    World world("#/services/domains?q=redeem", with_affairs());
    CHECK(world.value(Role::searchbox, "Rechercher") == "redeem");
    CHECK(world.names() == std::vector<std::string>{"redeem.fr"});
    for (const auto* tab : {"pending", "trade"}) {
        world.goes_to("#/services/" + std::string(tab) + "?q=rien-de-tel");
        CHECK(world.value(Role::searchbox, "Rechercher") == "rien-de-tel");
    }
    world.goes_to("#/services/pending");
    CHECK(world.names() == std::vector<std::string>{"coming.com"});
    world.types(Role::searchbox, "Rechercher", "ailleurs");
    CHECK(world.route.at("q") == "ailleurs");
    CHECK(world.names().empty());
}

TEST_CASE("a card on a phone leaves out what is blank, which a wide list shows as a dash")
{
    auto style = with_affairs();
    CHECK(World("#/services/pending", with_affairs()).reads("–"));
    style.width = 360;
    World phone("#/services/pending", std::move(style));
    CHECK(phone.reads("coming.com"));
    CHECK_FALSE(phone.reads("–"));
}

TEST_CASE("État des domaines says of each domain whether it is right, in a sentence, with the one thing to do")
{
    World world("#/services/domains", with_affairs());
    CHECK(world.reads("En ordre"));
    CHECK(world.reads("Action requise"));
    CHECK(world.reads("Problème"));
    world.chooses("redeem.fr", "Restaurer");
    CHECK(world.sees(Role::dialog, "Restaurer"));
    world.press(Role::button, "Annuler");
    world.chooses("coming.com", "Suivre le transfert");
    CHECK(world.sees(Role::dialog, "Suivre le transfert"));
}

TEST_CASE("what cannot be taken back is asked before: a cart deleted, a transfer or a cession given up")
{
    World world("#/services/pending", with_affairs());

    // A transfer: one dialog never has both « Annuler » and « Annuler le transfert ».
    const auto step = [&] { return model::last_transfer(world.state(), ServiceId{"d9"})->step; };
    world.chooses("coming.com", "Suivre le transfert");
    CHECK(world.sees(Role::button, "Fermer"));
    CHECK_FALSE(world.sees(Role::button, "Annuler"));
    world.press(Role::button, "Annuler le transfert");
    CHECK(world.sees(Role::alertdialog, "Annuler le transfert"));
    CHECK(world.reads("coming.com"));
    world.press(Role::button, "Garder le transfert");
    CHECK(step() == TransferStep::awaiting_code);
    world.chooses("coming.com", "Suivre le transfert");
    world.press(Role::button, "Annuler le transfert");
    world.press(Role::button, "Annuler le transfert");
    CHECK(step() == TransferStep::cancelled);

    // A cart.
    world.goes_to("#/services/active");
    world.chooses("example-one.fr", "Renouveler");
    world.press(Role::radio, "Garder dans un panier");
    world.press(Role::button, "Enregistrer le panier");
    REQUIRE(world.state().carts.size() == 1);
    world.goes_to("#/services/pending");
    world.chooses("example-one.fr", "Supprimer le panier");
    world.press(Role::button, "Garder le panier");
    CHECK(world.state().carts.size() == 1);
    world.chooses("example-one.fr", "Supprimer le panier");
    world.press(Role::button, "Supprimer le panier");
    CHECK(world.state().carts.size() == 0);
}

TEST_CASE("the end of a service is asked for and taken back; the support is written to about it")
{
    World world("#/services/active", with_affairs());
    world.chooses("host0002", "Demander la résiliation");
    world.press(Role::button, "Demander la résiliation");
    CHECK(world.service("h2").ends_on == in(100));
    world.chooses("host0002", "Annuler la résiliation");
    world.press(Role::button, "Garder ce service");
    CHECK_FALSE(is_set(world.service("h2").ends_on));

    world.chooses("host0002", "Contacter le support à ce sujet");
    world.types(Role::textbox, "Sujet", "Lenteur");
    world.types(Role::textbox, "Message", "Le site est lent.");
    world.press(Role::button, "Envoyer");
    REQUIRE(world.state().tickets.size() == 1);
    CHECK(world.state().tickets.row(0).service == ServiceId{"h2"});
}

TEST_CASE("the offered domain is chosen once for all, and the host sets it up")
{
    World world("#/services/active", with_affairs());
    world.chooses("host0001", "Choisir le domaine offert");
    world.types(Role::textbox, "Nom du domaine", "mine-example.paris");
    world.press(Role::button, "Choisir ce domaine");
    CHECK(world.is(Role::textbox, "Nom du domaine", ui::state::invalid));
    world.types(Role::textbox, "Nom du domaine", "mine-example.fr");
    world.press(Role::checkbox, "Je sais que ce choix est définitif");
    world.press(Role::button, "Choisir ce domaine");
    world.device.lets_the_host_finish();
    const auto hosting = world.service("h1");
    CHECK(hosting.offer_right == OfferRight::consumed);
    CHECK(world.state().services.get(hosting.offered_domain)->name == "mine-example.fr");
}
