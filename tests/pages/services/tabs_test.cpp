// Which services each tab shows, and which the totals count.
#include "model/properties.hpp"
#include "pages/world.hpp"

#include <algorithm>
#include <map>
#include <tuple>

using namespace account;
using ui::Role;

namespace {

// A random account in which some services are not delivered yet. No automatic renewals: their carts would also appear
// in En attente, under the names of their services.
State account_with_pending(Random& random)
{
    auto state = random_account(random);
    for (std::uint32_t row = 0; row < state.services.size(); ++row) {
        auto service       = state.services.row(row);
        service.auto_renew = false;
        if (random.once_in(4)) service.status = Status::pending;
        state.services.put(service);
    }
    return state;
}

// pages_account() with two incoming domains: one whose term would be over, and one whose term would not.
State two_pending()
{
    auto state = pages_account();
    for (const auto& [id, name, days] : {std::tuple{"d6", "coming.eu", -30}, std::tuple{"d7", "soon-ours.eu", 90}}) {
        auto service   = domain(id, name, in(days));
        service.status = Status::pending;
        state.services.put(service);
    }
    return state;
}

constexpr std::string_view address[] = {"#/services/active", "#/services/expired", "#/services/pending"};

}  // namespace

TEST_CASE("whatever the account, each service is listed in exactly one of active, expired and pending")
{
    play_sequences(20, [](Random& random) {
        World world("#/services/active", {.height = 2000, .account = account_with_pending(random)});

        std::map<std::string, std::vector<Tab>> listed;
        for (const auto tab : {Tab::active, Tab::expired, Tab::pending}) {
            world.goes_to(address[static_cast<std::size_t>(tab)]);
            for (const auto& name : world.names()) listed[name].push_back(tab);
        }
        CHECK(listed.size() == world.state().services.size());
        for (const Service& service : world.state().services) {
            CAPTURE(service.name);
            CHECK(listed[service.name] == std::vector{tab_of(service, today)});
        }
    });
}

TEST_CASE("whatever the account, the home page counts what its lists hold")
{
    play_sequences(20, [](Random& random) {
        World world("#/", {.account = account_with_pending(random)});

        std::size_t hostings = 0, domains = 0, expired = 0;
        for (const Service& service : world.state().services) {
            const auto tab = tab_of(service, today);
            if (tab == Tab::expired) ++expired;
            if (tab == Tab::active) ++(service.kind == ServiceKind::hosting ? hostings : domains);
        }
        const auto counted = [&](std::size_t number, const char* one, const char* several) {
            const auto name = std::to_string(number) + ' ' + (number < 2 ? one : several);
            CHECK_MESSAGE(world.sees(Role::link, name), name);
        };
        counted(hostings, "compte d’hébergement", "comptes d’hébergement");
        counted(domains, "domaine", "domaines");
        counted(expired, "service expiré", "services expirés");
    });
}

TEST_CASE("a service that is not delivered yet is neither listed nor counted as expired")
{
    World world("#/", {.account = two_pending()});
    world.press(Role::link, "2 services expirés");
    CHECK(world.sees(Role::status, "2 résultats sur 2"));
    CHECK_FALSE(world.sees(Role::button, "Actions pour coming.eu"));

    world.press(Role::tab, "En attente");
    CHECK(world.sees(Role::status, "2 résultats sur 2"));
    CHECK(world.sees(Role::button, "Actions pour coming.eu"));
    CHECK(world.sees(Role::button, "Actions pour soon-ours.eu"));
}

TEST_CASE("what is not delivered yet is in no file of the expired services")
{
    World world("#/services/expired", {.account = two_pending()});
    world.press(Role::button, "Exporter");
    world.press(Role::menuitem, "CSV (tableur)");
    REQUIRE(world.sheet);
    CHECK(world.sheet->size() == 2);
}

TEST_CASE("of very many endings each can be filtered by")
{
    auto account = small();
    for (int at = 0; at < 300; ++at) {
        const auto ending = std::string("ending") + std::to_string(1'000 + at);
        account.services.put(domain(ending.c_str(), ("name." + ending).c_str(), in(200)));
    }
    World world("#/services/active", {.account = account});
    world.press(Role::button, "Filtrer");
    world.press(Role::menuitem, "Tous les filtres…");
    world.press(Role::combobox, "Extension du domaine");
    CHECK(world.all(Role::option).size() == 50);
    world.customer.type("ending1299");
    world.key("Enter");
    CHECK(world.route.at("tld") == "ending1299");
}

TEST_CASE("the endings to filter by are those of the tab, with the number of its domains")
{
    World      world("#/services/expired", {.account = two_pending()});
    const auto endings = [&] {
        world.press(Role::button, "Filtrer");
        world.press(Role::menuitem, "Tous les filtres…");
        world.press(Role::combobox, "Extension du domaine");
        auto options = world.all(Role::option);
        world.key("Escape");
        world.key("Escape");
        return options;
    };
    const auto has = [](const std::vector<std::string>& options, std::string_view one) {
        return std::find(options.begin(), options.end(), one) != options.end();
    };
    const auto expired = endings();
    CHECK(has(expired, ".fr (1)"));
    CHECK(has(expired, ".com (1)"));
    CHECK_FALSE(has(expired, ".eu (2)"));

    world.goes_to("#/services/active");
    const auto active = endings();
    CHECK(has(active, ".fr (2)"));
    CHECK(has(active, ".com (1)"));
    CHECK_FALSE(has(active, ".eu (2)"));
}

TEST_CASE("the global search leads to a service that is not delivered yet in the tab where it stands")
{
    World world("#/", {.account = two_pending()});
    world.types(Role::combobox, "Recherche globale", "soon-ours");
    world.key("ArrowDown");
    world.key("Enter");
    CHECK(pages::to_hash(world.route) == "#/services/pending/d7");
}
