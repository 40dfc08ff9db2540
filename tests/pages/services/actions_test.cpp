// The table of actions on a service: properties that every row must have.
#include "pages/services/actions.hpp"

#include "model/properties.hpp"
#include "pages/services/bulk_actions.hpp"
#include "pages/world.hpp"

#include <algorithm>

using namespace account;
using pages::service_actions;
using ui::Role;

namespace {

// Counts which of these actions fit the service.
int how_many_fit(std::initializer_list<std::string_view> names, const Service& service)
{
    return static_cast<int>(std::ranges::count_if(
        names, [&](auto name) { return pages::fits(*pages::find_action(name), service, today); }));
}

std::string in_french(base::TextKey words) { return World::plain(base::text(base::Language::fr, words)); }

}  // namespace

TEST_CASE("whatever the service, one name of the renewal fits it, and one of each two opposite actions")
{
    play_sequences(50, [](Random& random) {
        for (const Service& service : random_account(random).services) {
            CHECK(how_many_fit({"renew", "reactivate", "restore"}, service) == 1);
            CHECK(how_many_fit({"lock", "unlock"}, service) == 1);
            CHECK(how_many_fit({"hide_whois", "show_whois"}, service) == 1);
            CHECK(how_many_fit({"end", "keep"}, service) == 1);

            const auto& named = pages::fitting(*pages::find_action("renew"), service, today);
            CHECK(pages::fits(named, service, today));
            CHECK(pages::is_same(named, "renew"));
        }
    });
}

TEST_CASE("each condition of a domain that needs something has one remedy, which fits and concerns it")
{
    for (const int days : {200, 20, -10, -60, -200})
        for (std::size_t at = 0; at < base::names_of<Condition>.size(); ++at) {
            auto service      = domain("d", "example.com", in(days));
            service.condition = static_cast<Condition>(at);
            const auto now    = condition_on(service, today);
            CAPTURE(std::string(base::name_of(now)));
            const auto* remedy = pages::remedy_for(service, today);
            REQUIRE((remedy == nullptr) == (now == Condition::ok || now == Condition::trade_in_progress));
            if (!remedy) continue;
            CHECK(pages::fits(*remedy, service, today));
            CHECK(pages::concerns(*remedy, ServiceKind::domain));
            CHECK(std::ranges::count_if(service_actions(), [&](const auto& one) {
                      return one.mends.has(now) && pages::fits(one, service, today);
                  }) == 1);
        }
}

TEST_CASE("every action that is possible for a service opens its popup, or does what it does without one")
{
    World world("#/services/active", {.height = 2000});
    for (const Service& service : pages_account().services)
        for (const auto& action : service_actions()) {
            if (!pages::concerns(action, service.kind) || !pages::fits(action, service, today)) continue;
            if (pages::why_not(action, world.state(), service, today)) continue;
            CAPTURE(service.name);
            CAPTURE(action.name);
            world.goes_to("#/services/" + std::string(tab_of(service, today) == Tab::active ? "active" : "expired"));
            world.chooses(service.name, in_french(action.words));
            CHECK((world.sees_any(Role::dialog) || world.sees_any(Role::alertdialog) || !world.asked.empty()));
            world.goes_to("#/");
            CHECK_FALSE(world.sees_any(Role::dialog));
        }
}

TEST_CASE(
    "only one popup of a service is open at a time, and what was entered there, unlike written words, is gone with it")
{
    World world("#/services/active/d1");
    world.press(Role::button, "Changer les serveurs DNS");
    world.types(Role::textbox, "Serveur 1", "half.a.thought");
    world.press(Role::button, "Annuler");
    world.press(Role::button, "Changer les serveurs DNS");
    CHECK(world.value(Role::textbox, "Serveur 1") == "dns1.old.example");
}

TEST_CASE("each action for many services belongs to one row, and the two lists offer those of their tab")
{
    for (const auto tab : {Tab::active, Tab::expired}) {
        const auto offered = pages::bulk_actions(tab);
        CHECK(offered.size() == 8);
        for (const auto* bulk : offered) {
            CHECK(std::ranges::count(offered, bulk) == 1);
            CHECK((!bulk->only || *bulk->only == tab));
        }
        CHECK(in_french(offered[0]->words) == (tab == Tab::active ? "Renouveler" : "Réactiver"));
        CHECK(in_french(offered[3]->words) == "Changer les serveurs DNS");
        CHECK(in_french(offered.back()->words) == "Demander la résiliation");
    }
}
