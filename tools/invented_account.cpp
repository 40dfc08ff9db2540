#include "invented_account.hpp"

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace tools {
namespace {

// splitmix64: unlike the distributions of <random>, the same on every machine.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint32_t below(std::uint32_t end)
    {
        state_ += 0x9e3779b97f4a7c15ULL;
        auto mixed = (state_ ^ (state_ >> 30)) * 0xbf58476d1ce4e5b9ULL;
        mixed      = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
        return static_cast<std::uint32_t>((mixed ^ (mixed >> 31)) % end);
    }
    bool once_in(std::uint32_t times) { return below(times) == 0; }
    template <std::size_t count>
    std::string_view one_of(const std::string_view (&list)[count])
    {
        return list[below(count)];
    }

private:
    std::uint64_t state_;
};

constexpr std::string_view trades[]  = {"atelier",    "boulangerie", "cabinet",  "librairie",  "garage",
                                        "menuiserie", "pharmacie",   "galerie",  "auberge",    "domaine",
                                        "studio",     "agence",      "clinique", "fromagerie", "brasserie",
                                        "jardinerie", "ecole",       "festival", "maison",     "gite"};
constexpr std::string_view places[]  = {"dubois",  "martin",  "bretagne", "lyon",   "provence",   "alsace",   "leclerc",
                                        "moreau",  "garnier", "occitan",  "rivoli", "belleville", "camargue", "vosges",
                                        "lorient", "colmar",  "annecy",   "rouen",  "biarritz",   "cevennes"};
constexpr std::string_view endings[] = {"fr", "fr", "fr",  "fr",    "com",  "com",  "com", "net", "org",   "eu",
                                        "be", "ch", "bzh", "paris", "info", "shop", "re",  "io",  "co.uk", "asso.fr"};
constexpr std::string_view labels[]  = {"Boutique",     "Site vitrine", "Intranet",      "Blog d’équipe",
                                        "Réservations", "Ancien site",  "Préproduction", "Événement 2026"};

// Accented names, in their registered and their displayed form; each is used once per TLD.
struct Accented {
    std::string_view ascii, shown;
};
constexpr Accented accented[] = {
    {"xn--caf-dma", "café"}, {"xn--fort-ipa", "forêt"}, {"xn--nol-kma", "noël"}, {"xn--crche-5ra", "crèche"}};
constexpr std::string_view accented_endings[] = {"fr", "com", "net", "eu", "be", "ch", "re"};

std::string numbered(std::string_view prefix, std::uint32_t value, std::size_t width)
{
    const auto  digits = std::to_string(value);
    std::string text(prefix);
    if (digits.size() < width) text.append(width - digits.size(), '0');
    return text += digits;
}

void name_domain(model::Service& domain, Random& random, std::uint32_t serial)
{
    if (serial % 50 == 0 && serial / 50 <= std::size(accented) * std::size(accented_endings)) {
        const auto  which   = serial / 50 - 1;
        const auto& name    = accented[which % std::size(accented)];
        const auto  end     = '.' + std::string(accented_endings[which / std::size(accented)]);
        domain.name         = std::string(name.ascii) + end;
        domain.display_name = std::string(name.shown) + end;
        return;
    }
    // One random number per statement: compilers differ in the evaluation order within an expression.
    const auto end   = std::string(random.one_of(endings));
    const auto place = std::string(random.one_of(places));
    const auto trade = std::string(random.one_of(trades));
    domain.name      = trade + '-' + place + '-' + std::to_string(serial) + '.' + end;
}

void set_dates(model::Service& service, Random& random, base::Date today)
{
    const auto years   = static_cast<int>(1 + random.below(12));
    service.expires_on = base::days_after(today, static_cast<int>(random.below(400)) - 35);
    service.created_on = base::years_after(service.expires_on, -years);
    if (service.created_on > today) service.created_on = base::years_after(service.created_on, -1);
    service.status = service.expires_on < today ? model::Status::expired : model::Status::active;
    if (random.once_in(80)) service.status = model::Status::suspended;
    if (random.once_in(200)) service.status = model::Status::refunded;
    service.auto_renew = !random.once_in(3);
}

void describe(model::Service& service, Random& random)
{
    service.account.value = "C-204518";
    if (random.once_in(8)) service.label = random.one_of(labels);
    if (random.once_in(40)) service.notes = "Voir avec la comptabilité avant de renouveler.\nContact : accueil.";
    if (random.once_in(30)) service.owner.value = numbered("C-", 100000 + random.below(40), 6);
}

model::Service make_hosting(Random& random, std::uint32_t serial, base::Date today)
{
    model::Service hosting;
    hosting.id.value = numbered("h", serial, 7);
    hosting.kind     = model::ServiceKind::hosting;
    hosting.name     = numbered(random.one_of(trades).substr(0, 4), serial, 5);
    set_dates(hosting, random, today);
    describe(hosting, random);
    return hosting;
}

model::Service make_domain(Random& random, std::uint32_t serial, base::Date today,
                           const base::Id<model::Service>& hosting)
{
    model::Service domain;
    domain.id.value = numbered("d", serial, 7);
    domain.kind     = model::ServiceKind::domain;
    name_domain(domain, random, serial);
    set_dates(domain, random, today);
    describe(domain, random);
    if (!random.once_in(5)) domain.linked_to = hosting;
    if (random.once_in(10))
        domain.nameservers = {"ns1." + domain.name + " 192.0.2." + std::to_string(1 + random.below(250)),
                              "ns2.dns.example"};
    else domain.nameservers = {"ns1.host.example", "ns2.host.example"};
    if (random.once_in(25)) domain.condition = static_cast<model::Condition>(random.below(17));
    domain.locked        = !random.once_in(4);
    domain.whois_private = random.once_in(2);
    return domain;
}

model::Operation make_operation(Random& random, std::uint32_t serial, const model::Service& domain, base::Date today)
{
    model::Operation operation;
    operation.id.value   = numbered("o", serial, 7);
    operation.service    = domain.id;
    operation.state      = model::OperationState::done;
    const auto ms_of_day = random.below(86'400'000);
    const auto day       = base::days_after(today, -static_cast<int>(1 + random.below(700)));
    operation.asked_at   = base::ms_after(base::midnight_utc(day), ms_of_day);
    operation.changed_at = base::ms_after(operation.asked_at, 5'000);
    if (random.once_in(2)) {
        operation.detail = model::NameserverChange{{"ns1.old.example", "ns2.old.example"}, domain.nameservers};
    } else {
        model::TermExtension term;
        term.before      = base::years_after(domain.expires_on, -1);
        term.after       = domain.expires_on;
        term.years       = 1;
        term.charge      = {{850}, {170}, 200, model::VatCategory::standard};
        operation.detail = term;
    }
    return operation;
}

}  // namespace

model::State invented_account(const Invented& asked)
{
    Random         random(asked.seed);
    model::State   state;
    model::Profile profile;
    profile.id          = {"C-204518"};
    profile.kind        = model::CustomerKind::company;
    profile.civility    = model::Civility::mrs;
    profile.first_name  = "Camille";
    profile.last_name   = "Exemple";
    profile.company     = "Exemple & Filles";
    profile.email       = "camille@exemple.example";
    profile.phone       = "+33199000000";
    profile.address     = "1 rue de l’Exemple";
    profile.postal_code = "75001";
    profile.city        = "Paris";
    profile.country     = "FR";
    state.profile.put(profile);

    std::uint32_t operations = 0;
    for (std::uint32_t serial = 1; serial <= asked.services;) {
        auto hosting = make_hosting(random, serial++, asked.today);
        state.services.put(hosting);
        for (auto left = 2 + random.below(20); left > 0 && serial <= asked.services; --left) {
            const auto domain = make_domain(random, serial++, asked.today, hosting.id);
            state.services.put(domain);
            if (hosting.main_domain.empty() && domain.linked_to == hosting.id) hosting.main_domain = domain.id;
            if (random.once_in(20)) state.operations.put(make_operation(random, ++operations, domain, asked.today));
        }
        state.services.put(hosting);
    }
    return state;
}

}  // namespace tools
