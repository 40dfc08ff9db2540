#include "model/account.hpp"
#include "model/services/overview.hpp"

using namespace account;

static Life life(const char* name, int days_left) { return life_of(domain("d", name, in(days_left)), today); }

TEST_CASE("a .fr domain has no grace: it is in redemption from the first day, for 30 days, then released")
{
    CHECK(life("a.fr", 0).phase == Phase::active);
    CHECK(life("a.fr", -1) == Life{Phase::redemption, in(29)});
    CHECK(life("a.fr", -30).phase == Phase::redemption);
    CHECK(life("a.fr", -31).phase == Phase::released);
}

TEST_CASE(".eu, .be and .ch domains have no grace and 40 days of redemption")
{
    for (const auto* name : {"a.eu", "a.be", "a.ch"}) {
        CAPTURE(name);
        CHECK(life(name, -1).phase == Phase::redemption);
        CHECK(life(name, -40).phase == Phase::redemption);
        CHECK(life(name, -41).phase == Phase::released);
    }
}

TEST_CASE("a generic domain has 45 days of grace, 30 of redemption and 5 of pending delete")
{
    for (const auto* name : {"a.com", "a.org", "a.never-heard-of", "xn--caf-dma.com"}) {
        CAPTURE(name);
        CHECK(life(name, -1).phase == Phase::grace);
        CHECK(life(name, -45).phase == Phase::grace);
        CHECK(life(name, -46).phase == Phase::redemption);
        CHECK(life(name, -75).phase == Phase::redemption);
        CHECK(life(name, -76).phase == Phase::pending_delete);
        CHECK(life(name, -80).phase == Phase::pending_delete);
        CHECK(life(name, -81).phase == Phase::released);
    }
}

TEST_CASE("the rules of a registry are found by the last part of the name only")
{
    CHECK(today.policy_of("example.fr").tld == "fr");
    CHECK(today.policy_of("fr").tld.empty());
    CHECK(today.policy_of("examplefr").tld.empty());
    CHECK(today.policy_of("fr.com").tld == "com");
}

TEST_CASE("a hosting account is suspended when it expires, and its data is kept for 30 days")
{
    const auto at = [](int days_left) { return life_of(hosting("h", "host", in(days_left)), today); };
    CHECK(at(0).phase == Phase::active);
    CHECK(at(-1) == Life{Phase::suspended, in(29)});
    CHECK(at(-30).phase == Phase::suspended);
    CHECK(at(-31).phase == Phase::deleted);
}

TEST_CASE("no life goes back, and each phase ends on the day it says")
{
    for (const auto* name : {"a.fr", "a.eu", "a.be", "a.ch", "a.com", "a.zzz"}) {
        auto last = Phase::active;
        for (int day = -5; day < 120; ++day) {
            const auto now = life(name, -day);
            CAPTURE(name);
            CAPTURE(day);
            CHECK(now.phase >= last);
            if (now.phase != Phase::released) {
                CHECK(now.until >= today);
                CHECK(domain_life(in(-day), today.policy_of(name), now.until).phase == now.phase);
                CHECK(domain_life(in(-day), today.policy_of(name), base::days_after(now.until, 1)).phase > now.phase);
            }
            last = now.phase;
        }
    }
}

TEST_CASE("a device that was offline sees by itself that a service has expired")
{
    auto shop = domain("d", "example.com", in(-1));
    CHECK(shop.status == Status::active);
    CHECK(status_on(shop, today) == Status::expired);
    CHECK(status_on(shop, in(-2)) == Status::active);
    CHECK(status_on(shop, in(100)) == Status::inactive);
    CHECK(status_on(hosting("h", "host", in(-1)), today) == Status::suspended);
    CHECK(status_on(hosting("h", "host", in(-31)), today) == Status::inactive);
}

TEST_CASE("what was refunded or closed stays so, whatever its dates say")
{
    auto service   = domain("d", "example.com", in(100));
    service.status = Status::refunded;
    CHECK(status_on(service, today) == Status::refunded);
    CHECK(is_gone(service, today));
    service.status = Status::inactive;
    CHECK(status_on(service, today) == Status::inactive);
}

TEST_CASE("each service is in exactly one tab, on any day and in any status")
{
    for (const auto kind : {ServiceKind::hosting, ServiceKind::domain})
        for (std::size_t status = 0; status < base::names_of<Status>.size(); ++status)
            for (int days = -100; days <= 100; ++days) {
                auto one   = domain("x", "example.com", in(days));
                one.kind   = kind;
                one.status = static_cast<Status>(status);
                CHECK((tab_of(one, today) == Tab::active) == (status_on(one, today) == Status::active));
            }
}

TEST_CASE("the state of a domain follows its dates, unless something else is the matter")
{
    CHECK(condition_on(domain("d", "a.com", in(31)), today) == Condition::ok);
    CHECK(condition_on(domain("d", "a.com", in(30)), today) == Condition::expiring);
    CHECK(condition_on(domain("d", "a.com", in(-1)), today) == Condition::grace);
    CHECK(condition_on(domain("d", "a.com", in(-60)), today) == Condition::redemption);
    CHECK(condition_on(domain("d", "a.com", in(-90)), today) == Condition::expired);

    auto rejected      = domain("d", "a.com", in(10));
    rejected.condition = Condition::ns_rejected;
    CHECK(condition_on(rejected, today) == Condition::ns_rejected);
    CHECK(colour_of(Condition::ns_rejected) == Colour::red);
}

TEST_CASE("a service whose expiry nobody knows is what the host wrote of it: not expired, not expiring, in no alert")
{
    // Programs that lost a date write the first day of 1970, or the day before, west of Greenwich.
    for (const base::Date none : {base::Date{}, base::Date{-1}}) {
        auto service = domain("d", "a.fr", none);
        CHECK_FALSE(days_left(service, today));
        CHECK(status_on(service, today) == Status::active);
        CHECK(tab_of(service, today) == Tab::active);
        CHECK(condition_on(service, today) == Condition::ok);
        CHECK_FALSE(is_gone(service, today));
        CHECK(reason(why_not_renew({}, service, today)) == "why.no_expiry");
        CHECK(reason(why_not_set_auto_renew({}, service, today)) == "why.no_expiry");

        State state;
        state.services.put(service);
        CHECK(alerts(state, today).empty());
        CHECK(count_services(state, today).expired == 0);
        CHECK(reasons(check(state, EndService{service.id, none, false}, on(today))) == "when: why.no_expiry");
        CHECK(check(state, EndService{service.id, none, true}, on(today)).none());

        service.status = Status::suspended;
        CHECK(status_on(service, today) == Status::suspended);
        CHECK(tab_of(service, today) == Tab::expired);
    }
}
