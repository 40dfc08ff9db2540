#include "base/domain_name.hpp"
#include "demo/account.hpp"
#include "demo/company.hpp"
#include "model/account.hpp"
#include "model/services/overview.hpp"

#include <set>

using namespace account;

TEST_CASE("the demo account")
{
    const auto state = demo::account(today);

    SUBCASE("has 6 hosting accounts, more than 45 domains, and a customer at example.fr")
    {
        std::size_t hostings = 0, domains = 0;
        for (const Service& one : state.services) ++(one.kind == ServiceKind::hosting ? hostings : domains);
        CHECK(hostings == 6);
        CHECK(domains >= 45);
        CHECK(profile_of(state).email.ends_with("@example.fr"));
        CHECK(profile_of(state).id.value == "C-204518");
    }
    SUBCASE("has real domain names, each once, and references that lead somewhere")
    {
        std::set<std::string> names;
        for (const Service& one : state.services) {
            CAPTURE(one.name);
            CHECK(names.insert(one.name).second);
            if (one.kind == ServiceKind::domain) {
                CHECK(base::is_host_name(one.name));
                CHECK(shown_name(one) == base::to_unicode(one.name));
                for (const auto& entry : one.nameservers) CHECK(reason(fault_of_nameserver(entry, one.name)).empty());
                CHECK(one.nameservers.size() >= min_nameservers);
            }
            if (!one.linked_to.empty()) CHECK(service(state, one.linked_to.value.c_str()).kind == ServiceKind::hosting);
            for (const auto& domain : {one.main_domain, one.offered_domain})
                if (!domain.empty()) CHECK(service(state, domain.value.c_str()).linked_to == one.id);
        }
        for (const Operation& one : state.operations) CHECK(state.services.contains(one.service));
    }
    SUBCASE("shows every level of alert, every remedy and every state of a domain")
    {
        std::set<Level>     levels;
        std::set<Remedy>    remedies;
        std::set<Condition> conditions;
        std::set<Status>    statuses;
        for (const auto& alert : alerts(state, today)) {
            levels.insert(alert.level);
            remedies.insert(alert.remedy);
        }
        for (const Service& one : state.services) {
            statuses.insert(status_on(one, today));
            if (one.kind == ServiceKind::domain) conditions.insert(condition_on(one, today));
        }
        CHECK(levels.size() == 4);
        CHECK(remedies.size() == 5);
        CHECK(statuses.size() == base::names_of<Status>.size());
        CHECK(conditions.size() == base::names_of<Condition>.size());
    }
    SUBCASE(
        "shows what may be under way: transfers that wait for each one who must act, trades, a cart, an order, tickets")
    {
        auto copy = state;
        demo::Company(demo::catalogue()).step(copy, noon(today));
        std::set<TransferParty> actors;
        std::set<TradeState>    trades;
        for (const Transfer& one : copy.transfers) actors.insert(actor_of(one.step));
        for (const Trade& one : copy.trades) trades.insert(one.state);
        for (const auto actor : {TransferParty::customer, TransferParty::other_registrar, TransferParty::nobody})
            CHECK(actors.count(actor) == 1);
        for (const auto trade : {TradeState::awaiting_both, TradeState::done, TradeState::expired})
            CHECK(trades.count(trade) == 1);
        CHECK(copy.carts.size() >= 2);  // one saved by the customer, one from an automatic renewal
        CHECK(copy.orders.size() == 1);
        CHECK(copy.tickets.size() >= 4);
        CHECK(copy.messages.size() >= 5);
        std::set<OfferRight> rights;
        for (const Service& one : copy.services)
            if (one.kind == ServiceKind::hosting) rights.insert(one.offer_right);
        CHECK(rights.size() == 4);
    }
    SUBCASE("is stored as the dates have it, so that the host changes nothing on the first day")
    {
        auto copy = state;
        demo::Company(demo::catalogue()).step(copy, noon(today));
        CHECK(equal(copy.services, state.services));
        CHECK(equal(copy.operations, state.operations));
    }
    SUBCASE("is the same each time, and its dates follow the day")
    {
        CHECK(equal(demo::account(today).services, state.services));
        const auto later = demo::account(in(400));
        for (const Service& one : state.services)
            CHECK(base::days_between(one.expires_on, service(later, one.id.value.c_str()).expires_on) == 400);
    }
    SUBCASE("can be opened on any day of a leap year")
    {
        for (int day = 0; day < 366; ++day)
            CHECK(demo::account(as_day(base::days_after(date(2028, 1, 1), day))).services.size() ==
                  state.services.size());
    }
}
