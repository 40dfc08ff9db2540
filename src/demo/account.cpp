#include "demo/account.hpp"

#include "base/must.hpp"
#include "demo/affairs.hpp"
#include "host/billing.hpp"
#include "model/billing/catalogue.hpp"
#include "model/domains/nameservers.hpp"
#include "model/services/life.hpp"

#include <algorithm>
#include <string>

namespace demo {
namespace {

using namespace model;

constexpr const char* customer = "C-204518";
constexpr const char* client   = "C-118203";  // the demo's customer is its technical contact

struct Hosting {
    const char* name;
    const char* label;
    int         days_left;
    int         age_years;
    bool        auto_renew;
    OfferRight  offer = OfferRight::consumed;
};
constexpr Hosting hostings[] = {
    {"boex4821", "Boutique et blog", 12, 4, false},
    {"atex7305", "Sites de l’atelier", 143, 6, true},
    {"clex1192", "Clients", 301, 1, true},
    {"nova2044", "Nouveau projet", 364, 1, true, OfferRight::available},
    {"gale0917", "Ancienne galerie", -12, 5, false, OfferRight::none},
    {"vide3301", "Essai de 2023", -45, 2, false, OfferRight::forfeited},
};

enum : int { nowhere = -1, shop, workshop, clients };  // the hosting account
enum Where : std::uint8_t { here, elsewhere, own };    // the name servers

struct Domain {
    const char* name;
    int         days_left;
    int         age_years;
    int         hosting    = nowhere;
    Condition   condition  = Condition::ok;
    bool        auto_renew = false;
    const char* label      = "";
    Where       where      = here;
    const char* display    = "";
    Status      status     = Status::active;
};
using enum Condition;

constexpr Domain domains[] = {
    // The shop's.
    {"boulangerie-example.fr", 86, 5, shop, ok, true, "Boutique"},
    {"boulangerie-example.com", 86, 5, shop, ok, true, "Boutique"},
    {"boutique-example.fr", 11, 3, shop, ok, false, "Ancienne boutique"},
    {"blog-example.fr", 28, 4, shop, ok, true},
    {"xn--crperie-example-snb.fr", 174, 2, shop, ok, true, "Crêperie de Camille", here, "crêperie-example.fr"},
    {"xn--picerie-example-9mb.com", 24, 2, shop, ok, false, "", here, "épicerie-example.com"},
    {"fournil-example.fr", 6, 6, shop, ok, false, "À renouveler"},
    {"pain-example.shop", 203, 1, shop},
    {"levain-example.eu", 240, 3, shop, holder_email_unverified},
    {"moulin-example.bzh", 311, 1, shop, ok, true},
    {"xn--fort-example-qeb.bzh", 95, 2, shop, ok, false, "", here, "forêt-example.bzh"},

    // The workshop's.
    {"atelier-example.com", 143, 8, workshop, ok, true, "Site principal"},
    {"atelier-example.fr", 143, 8, workshop, ok, true, "Site principal"},
    {"atelier-example.eu", 19, 3, workshop},
    {"atelier-example.paris", 57, 2, workshop, ok, false, "Campagne 2025"},
    {"bois-example.fr", 122, 4, workshop, ok, true},
    {"ceramique-example.fr", 3, 2, workshop, ok, false, "Céramique"},
    {"couture-example.com", 268, 1, workshop},
    {"dentelle-example.fr", 332, 1, workshop, ok, true},
    {"ebeniste-example.be", 44, 3, workshop},
    {"horlogerie-example.ch", 77, 2, workshop},
    {"lutherie-example.org", 191, 5, workshop, ok, true},
    {"menuiserie-example.fr", 14, 7, workshop, ok, true},
    {"reliure-example.net", 219, 4, workshop},
    {"verrerie-example.fr", 280, 1, workshop, holder_data_incomplete},
    {"vitrail-example.info", 350, 1, workshop, ok, false, "Réservé pour plus tard"},

    // Sites made for clients.
    {"garage-example.fr", 160, 3, clients, ok, true, "Garage Lefort"},
    {"gite-example.fr", 255, 2, clients, ok, false, "Gîte des Tilleuls"},
    {"notaire-example.fr", 64, 5, clients, ns_rejected, true, "Étude"},
    {"pharmacie-example.com", 105, 4, clients, ok, true},
    {"photographe-example.com", 182, 1, clients, outgoing_transfer, false, "Part chez son nouveau prestataire",
     elsewhere},
    {"restaurant-example.fr", 230, 2, clients, ok, true, "Le Vieux Four"},
    {"taxi-example.fr", 298, 1, clients, ok, false, "", own},
    {"theatre-example.org", 340, 1, clients, trade_in_progress},
    {"veterinaire-example.fr", 361, 1, clients, ok, true},
    {"mairie-example.fr", 210, 9, nowhere, ok, true, "Pour le compte de la mairie", elsewhere},

    // Without a site.
    {"example-and-co.com", 0, 2, nowhere, ok, false, "", elsewhere},
    {"example-conseil.fr", 116, 3, nowhere, ok, true, "", elsewhere},
    {"example-cooperative.io", 275, 1, nowhere, ok, false, "Idée de coopérative", elsewhere},
    {"example-formation.fr", 356, 1, nowhere, transfer_code_missing, false, "", elsewhere},
    {"example-immobilier.fr", 147, 2, nowhere, transfer_code_invalid, false, "", elsewhere},
    {"example-jardin.com", 196, 1, nowhere, locked_at_registrar, false, "", elsewhere},
    {"example-musique.com", 349, 1, nowhere, validation_pending, false, "", elsewhere},
    {"example-peinture.eu", 214, 1, nowhere, validation_pending, false, "", elsewhere},
    {"example-poterie.com", 263, 1, nowhere, transfer_code_missing, false, "", elsewhere},
    {"example-sculpture.fr", 190, 1, nowhere, transfer_refused, false, "", elsewhere},
    {"example-voyage.net", 260, 4, nowhere, dispute, false, "", elsewhere},
    {"example-vin.com", 118, 3, nowhere, suspended_registry, false, "", here, "", Status::suspended},

    // No longer active.
    {"fleuriste-example.com", -2, 3, shop, ok, false, "Fleuriste", here, "", Status::expired},
    {"librairie-example.fr", -9, 5, shop, ok, false, "", here, "", Status::expired},
    {"cafe-example.eu", -35, 2, workshop, ok, false, "", here, "", Status::expired},
    {"velo-example.com", -52, 4, nowhere, ok, false, "", elsewhere, "", Status::expired},
    {"ski-example.net", -77, 2, nowhere, ok, false, "", elsewhere, "", Status::expired},
    {"plage-example.fr", -41, 1, nowhere, ok, false, "", elsewhere, "", Status::inactive},
    {"essai-example.fr", 300, 1, nowhere, ok, false, "Commandé par erreur", here, "", Status::refunded},
};

std::string hosting_id(int index) { return "h-" + std::to_string(index + 1); }
std::string domain_id(std::size_t index) { return "d-" + std::to_string(index + 1); }

std::vector<std::string> nameservers(const Domain& domain, const Catalogue& catalogue)
{
    switch (domain.where) {
    case here:      break;
    case elsewhere: return {"dns1.ailleurs.example", "dns2.ailleurs.example"};
    case own:
        return {std::string("ns1.") + domain.name + " 192.0.2.10",
                std::string("ns2.") + domain.name + " 192.0.2.11 2001:db8::11"};
    }
    return nameservers_of_host(catalogue);
}

Profile profile_of_demo(Day today)
{
    Profile profile;
    profile.id          = {std::string(customer)};
    profile.kind        = CustomerKind::company;
    profile.civility    = Civility::mrs;
    profile.first_name  = "Camille";
    profile.last_name   = "Moreau";
    profile.company     = "Atelier Example";
    profile.siren       = "000000000";
    profile.email       = "camille.moreau@example.fr";
    profile.phone       = "+33199004518";
    profile.address     = "12 rue des Exemples";
    profile.postal_code = "35000";
    profile.city        = "Rennes";
    profile.country     = "FR";
    profile.card_until  = base::days_after(today, 210);
    return profile;
}

Service service_of(const Hosting& hosting, Day today)
{
    Service service;
    service.kind        = ServiceKind::hosting;
    service.name        = hosting.name;
    service.label       = hosting.label;
    service.account     = {customer};
    service.expires_on  = base::days_after(today, hosting.days_left);
    service.created_on  = base::years_after(service.expires_on, -hosting.age_years);
    service.auto_renew  = hosting.auto_renew;
    service.offer_right = hosting.offer;
    service.status      = status_on(service, today);
    return service;
}

Service service_of(const Domain& domain, Day today)
{
    Service service;
    service.kind          = ServiceKind::domain;
    service.name          = domain.name;
    service.display_name  = domain.display;
    service.label         = domain.label;
    service.account       = {customer};
    service.status        = domain.status;
    service.expires_on    = base::days_after(today, domain.days_left);
    service.created_on    = base::years_after(service.expires_on, -domain.age_years);
    service.auto_renew    = domain.auto_renew;
    service.nameservers   = nameservers(domain, today.catalogue());
    service.condition     = domain.condition;
    service.locked        = domain.condition == ok && domain.age_years > 1;
    service.whois_private = domain.age_years % 2 == 0;
    if (domain.hosting != nowhere) service.linked_to = {hosting_id(domain.hosting)};
    return service;
}

void add_services(State& state, Day today)
{
    for (int index = 0; const auto& hosting : hostings) {
        auto service = service_of(hosting, today);
        service.id   = {hosting_id(index++)};
        state.services.put(service);
    }
    for (std::size_t index = 0; const auto& domain : domains) {
        auto service = service_of(domain, today);
        service.id   = {domain_id(index++)};
        state.services.put(service);
    }
}

void choose_domain(State& state, int hosting, std::string_view main, std::string_view offered)
{
    auto service           = base::required(state.services.get({hosting_id(hosting)}));
    service.main_domain    = find_service(state, main)->id;
    service.offered_domain = find_service(state, offered)->id;
    state.services.put(service);
}

template <class Change>
void change(State& state, std::string_view name, Change with)
{
    auto service = *find_service(state, name);
    with(service);
    state.services.put(service);
}

void write_notes(State& state, std::string_view name, const char* notes)
{
    change(state, name, [&](Service& service) { service.notes = notes; });
}

// An operation that was asked for `days_ago`, at 9:15.
Operation operation_on(const State& state, std::string_view name, OperationDetail detail, Day today, int days_ago)
{
    Operation operation;
    operation.id         = {"op-demo." + std::to_string(state.operations.size() + 1)};
    operation.service    = find_service(state, name)->id;
    operation.detail     = std::move(detail);
    operation.state      = OperationState::done;
    operation.asked_at   = base::ms_after(base::paris_midnight(base::days_after(today, -days_ago)),
                                          9 * base::ms_per_hour + 15 * base::ms_per_minute);
    operation.changed_at = base::ms_after(operation.asked_at, 4 * base::ms_per_minute);
    return operation;
}

// A renewal on that day and on the same day of earlier years, as long as the service existed.
void add_past_renewals(State& state, std::string_view name, Day today, int days_ago)
{
    constexpr int most_years = 3;
    const auto    service    = *find_service(state, name);
    for (int year = 0; year < most_years; ++year) {
        const auto before = base::years_after(service.expires_on, -year - 1);
        if (before <= service.created_on) return;
        const auto&   sold  = today.catalogue();
        const auto    price = service.kind == ServiceKind::hosting ? sold.hosting.year : sold.policy_of(name).year;
        TermExtension term;
        term.before = before;
        term.after  = base::years_after(before, 1);
        term.years  = 1;
        term.charge = today.charge_of(today.amount(price));
        state.operations.put(operation_on(state, name, term, {base::years_after(today, -year), sold}, days_ago));
    }
}

// In the order of payment.
void add_invoices(State& state, Day today)
{
    std::vector<Operation> renewals;
    for (const Operation& operation : state.operations)
        if (kind_of(operation) == OperationKind::renewal) renewals.push_back(operation);
    std::ranges::stable_sort(renewals, {}, &Operation::changed_at);
    for (const auto& renewal : renewals)
        host::bill(state, renewal,
                   {renewal.changed_at, renewal.id.value, today.catalogue(), {.kind = Actor::Kind::host}});
}

void add_past_change(State& state, std::string_view name, Day today, int days_ago)
{
    const NameserverChange change{{"dns1.ailleurs.example", "dns2.ailleurs.example"},
                                  find_service(state, name)->nameservers};
    state.operations.put(operation_on(state, name, change, today, days_ago));
}

void add_failed_change(State& state, std::string_view name, Day today, int days_ago)
{
    const NameserverChange change{find_service(state, name)->nameservers, {"ns1.etude.invalid", "ns2.etude.invalid"}};
    auto                   operation = operation_on(state, name, change, today, days_ago);
    operation.state                  = OperationState::error;
    operation.reason                 = base::key_name("operation.nameserver_unknown");
    operation.reason_detail          = "ns1.etude.invalid";
    state.operations.put(operation);
}

void add_operations(State& state, Day today)
{
    add_past_renewals(state, "atex7305", today, 228);
    add_past_renewals(state, "atelier-example.com", today, 231);
    add_past_renewals(state, "atelier-example.fr", today, 231);
    add_past_renewals(state, "boulangerie-example.fr", today, 282);
    add_past_renewals(state, "lutherie-example.org", today, 180);
    add_past_renewals(state, "garage-example.fr", today, 212);
    add_past_change(state, "garage-example.fr", today, 64);
    add_past_change(state, "xn--crperie-example-snb.fr", today, 31);
    add_past_change(state, "dentelle-example.fr", today, 30);
    add_failed_change(state, "notaire-example.fr", today, 2);
}

}  // namespace

std::optional<Service> find_service(const State& state, std::string_view name) { return service_named(state, name); }

State account(Day today)
{
    State state;
    state.profile.put(profile_of_demo(today));
    add_services(state, today);

    choose_domain(state, shop, "boulangerie-example.fr", "boulangerie-example.fr");
    choose_domain(state, workshop, "atelier-example.com", "atelier-example.fr");
    choose_domain(state, clients, "garage-example.fr", "veterinaire-example.fr");

    write_notes(state, "boex4821", "PHP 8.3. Sauvegarde complète avant chaque mise à jour de la boutique.");
    write_notes(state, "atelier-example.paris",
                "Ouvert pour la campagne d’été\u202f; à abandonner si elle n’est pas reconduite.");
    write_notes(
        state, "notaire-example.fr",
        "Le client voulait ses propres serveurs\u202f; ils ne répondent pas.\nRappeler Mme Dubois avant de corriger.");
    write_notes(state, "mairie-example.fr", "Contact technique seulement. Factures\u00a0: secrétariat de la mairie.");

    change(state, "mairie-example.fr", [](Service& service) {
        service.account = {client};
        service.owner   = {client};
    });

    // Temporary states: an unlocking, a registry's hold, a service that ends soon.
    change(state, "reliure-example.net", [&](Service& service) {
        service.locked         = false;
        service.unlocked_until = base::days_after(today, 4);
    });
    change(state, "vitrail-example.info", [&](Service& service) {
        service.created_on = base::days_after(today, -15);
        service.held_until = base::days_after(today, 45);
    });
    change(state, "dentelle-example.fr", [&](Service& service) {
        service.auto_renew = false;
        service.ends_on    = service.expires_on;
    });

    add_operations(state, today);
    add_invoices(state, today);
    add_affairs(state, today);
    return state;
}

}  // namespace demo
