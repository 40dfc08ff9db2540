#include "base/format.hpp"
#include "model/account.hpp"
#include "model/services/overview.hpp"

#include <algorithm>

using namespace account;

static State with(std::vector<Service> services)
{
    State state;
    for (const auto& one : services) state.services.put(one);
    return state;
}

TEST_CASE("the nearer the expiry, the more urgent the alert")
{
    CHECK_FALSE(expiry_level(31));
    CHECK(expiry_level(30) == Level::info);
    CHECK(expiry_level(16) == Level::info);
    CHECK(expiry_level(15) == Level::warning);
    CHECK(expiry_level(8) == Level::warning);
    CHECK(expiry_level(7) == Level::urgent);
    CHECK(expiry_level(0) == Level::urgent);
    CHECK(expiry_level(-1) == Level::critical);
    CHECK(expiry_level(-60) == Level::critical);
    CHECK_FALSE(expiry_level(-61));
}

TEST_CASE("alerts come in the order in which the chance to resolve them ends, each with one remedy")
{
    auto rejected      = domain("rejected", "rejected.com", in(200));
    rejected.condition = Condition::ns_rejected;
    const auto state   = with({domain("later", "later.com", in(30)), domain("soon", "soon.com", in(10)),
                               domain("now", "now.com", in(2)), domain("grace", "grace.com", in(-3)),
                               domain("lost", "lost.fr", in(-3)), hosting("host", "host0001", in(-2)), rejected,
                               domain("fine", "fine.com", in(31)), domain("long-ago", "long-ago.com", in(-61))});
    const auto found   = alerts(state, today);

    std::string text;
    for (const auto& alert : found)
        text += alert.service.value + " " + std::string(base::key_name(alert.sentence)) + "\n";
    CHECK(text == "now alert.expires\n"
                  "rejected alert.ns_rejected\n"
                  "soon alert.expires\n"
                  "lost alert.in_redemption\n"
                  "host alert.hosting_suspended\n"
                  "later alert.expires\n"
                  "grace alert.in_grace\n");
    REQUIRE(found.size() == 7);
    CHECK(found[0].remedy == Remedy::renew);
    CHECK(found[1].remedy == Remedy::correct);
    CHECK(found[3].remedy == Remedy::restore);
    CHECK(found[4].remedy == Remedy::reactivate);
    CHECK(found[6].remedy == Remedy::reactivate);
    CHECK(std::ranges::is_sorted(found, {}, &Alert::chance));
    CHECK(base::say(base::Language::fr, found[0].sentence, found[0].args) == "now.com expire dans 2 jours.");
    CHECK(base::say(base::Language::en, found[4].sentence, found[4].args) ==
          "host0001 is suspended: its data will be deleted in 28 days.");
}

TEST_CASE("what is lost comes after all that can still be saved, and has no remedy")
{
    const auto state = with({domain("released", "released.fr", in(-59)), hosting("deleted", "host0001", in(-40)),
                             domain("doomed", "doomed.net", in(-77)), domain("restore", "restore.fr", in(-20)),
                             domain("later", "later.com", in(30)), domain("today", "today.com", in(0))});
    const auto found = alerts(state, today);

    std::vector<std::string> order;
    for (const auto& alert : found) order.push_back(alert.service.value);
    REQUIRE(found.size() == 5);  // doomed.net has been gone for more than 60 days
    CHECK(order == std::vector<std::string>{"today", "restore", "later", "released", "deleted"});
    CHECK(found[0].chance == 0);
    CHECK(found[2].remedy == Remedy::renew);
    CHECK(found[3].remedy == Remedy::none);
    CHECK(found[4].remedy == Remedy::none);
}

TEST_CASE("nothing is promised of a service that the host has closed early")
{
    auto closed   = domain("closed", "closed.com", in(10));
    closed.status = Status::inactive;
    CHECK(alerts(with({closed}), today).empty());
}

TEST_CASE("together is renewed what expires and can be renewed, and does not renew itself")
{
    auto itself       = domain("itself", "itself.com", in(3));
    itself.auto_renew = true;
    auto moving       = domain("moving", "moving.com", in(4));
    moving.condition  = Condition::trade_in_progress;
    const auto state = with({domain("later", "later.com", in(30)), itself, moving, domain("grace", "grace.com", in(-3)),
                             hosting("host", "host0001", in(0)), domain("fine", "fine.com", in(31))});
    const auto together = to_renew_together(state, alerts(state, today), today);
    CHECK(together == std::vector<ServiceId>{{"host"}, {"later"}});
}

TEST_CASE("the last day to have a service back is called so, and never 0 days")
{
    const auto account = with({domain("grace", "grace.com", in(-45)), domain("lost", "lost.fr", in(-30)),
                               hosting("host", "host0001", in(-30))});
    const auto all     = alerts(account, today);
    REQUIRE(all.size() == 3);
    for (const auto language : {base::Language::fr, base::Language::en})
        for (const auto& alert : all)
            CHECK(base::say(language, alert.sentence, alert.args).find(" 0 ") == std::string::npos);
    CHECK(std::ranges::all_of(all, [](const auto& alert) { return alert.chance == 0; }));
    CHECK(base::say(base::Language::fr, all[0].sentence, all[0].args) ==
          "grace.com a expiré il y a 45 jours et ne fonctionne plus\u202f; dernier jour pour le réactiver au prix "
          "normal.");
    CHECK(base::say(base::Language::en, all[1].sentence, all[1].args) ==
          "host0001 is suspended: its data will be deleted after today.");
    CHECK(base::say(base::Language::en, all[2].sentence, all[2].args) ==
          "lost.fr expired 30 days ago; today is the last day to restore it, for an additional registry fee.");
}

TEST_CASE("what is just being renewed is not asked for again, until that fails")
{
    auto state = with({domain("d", "soon.com", in(10))});
    REQUIRE(alerts(state, today).size() == 1);
    carry_out(state, renewal(state, "d"));
    CHECK(alerts(state, today).empty());

    auto operation  = *open_operation(state, {"d"});
    operation.state = OperationState::error;
    state.operations.put(operation);
    CHECK(alerts(state, today).size() == 1);
}

TEST_CASE("an alert calls a domain by its own letters")
{
    auto idn         = domain("d", "xn--crperie-example-snb.fr", in(1));
    idn.display_name = "crêperie-example.fr";
    const auto found = alerts(with({idn}), today);
    REQUIRE(found.size() == 1);
    CHECK(base::say(base::Language::fr, found[0].sentence, found[0].args) == "crêperie-example.fr expire dans 1 jour.");
}

TEST_CASE("the counts are of what is active today, by the dates")
{
    auto refunded     = domain("r", "refunded.com", in(100));
    refunded.status   = Status::refunded;
    auto pending      = domain("p", "coming.com", in(-100));
    pending.status    = Status::pending;
    const auto counts = count_services(
        with({hosting("h", "host", in(0)), hosting("g", "gone", in(-1)), domain("d", "a.com", in(5)),
              domain("e", "b.com", in(-5)), refunded, pending}),
        today);
    CHECK(counts.hostings == 1);
    CHECK(counts.domains == 1);
    CHECK(counts.expired == 3);
    CHECK(counts.pending == 1);
}

TEST_CASE("the latest services come first, five of them")
{
    State state;
    for (int days = 1; days <= 20; ++days)
        state.services.put(domain("d" + std::to_string(days), "a.com", in(days * 7 % 20)));
    const auto latest = latest_services(state);
    REQUIRE(latest.size() == 5);
    for (std::size_t index = 1; index < latest.size(); ++index)
        CHECK(latest[index - 1].created_on >= latest[index].created_on);
    CHECK(latest_services(state, 0).empty());
    CHECK(latest_services(state, 100).size() == 20);
    CHECK(latest_services(State{}).empty());
}
