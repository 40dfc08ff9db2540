#include "model/billing/forecast.hpp"
#include "model/billing/renewal.hpp"
#include "model/properties.hpp"

using namespace account;

static State with(std::vector<Service> services)
{
    State state;
    for (const auto& one : services) state.services.put(one);
    return state;
}

static const MonthAhead& month_of(const MonthsAhead& months, Date day)
{
    for (const auto& month : months)
        if (base::year(month.first) == base::year(day) && base::month(month.first) == base::month(day)) return month;
    FAIL("no month holds " << day);
    return months.front();
}

TEST_CASE("the months ahead are twelve: the one of today and those that follow, over the turn of the year")
{
    const auto months = look_ahead(State{}, as_day(date(2026, 3, 31)));
    CHECK(months.front().first == date(2026, 3, 1));
    CHECK(months[1].first == date(2026, 4, 1));
    CHECK(months[9].first == date(2026, 12, 1));
    CHECK(months.back().first == date(2027, 2, 1));
    CHECK(sum_of(months).services == 0);
    CHECK(sum_of(months).cost.cents == 0);
}

TEST_CASE("a service counts in the month of its expiry, at the price of one year with VAT")
{
    const auto state  = with({hosting("h", "host0001", date(2026, 3, 10)), domain("a", "a.fr", date(2026, 3, 31)),
                              domain("b", "b.com", date(2026, 4, 1)), domain("c", "c.io", date(2027, 2, 28))});
    const auto months = look_ahead(state, today);
    CHECK(months[0].services == 2);
    CHECK(months[0].cost.cents == 7200 + 1020);
    CHECK(months[1].services == 1);
    CHECK(months[1].cost.cents == 1308);
    CHECK(months[11].services == 1);
    CHECK(months[11].cost.cents == 5388);
}

TEST_CASE("what has expired, is closed, or expires after a year is in no month")
{
    auto refunded     = domain("r", "refunded.com", in(100));
    refunded.status   = Status::refunded;
    const auto months = look_ahead(
        with({domain("a", "late.fr", in(-1)), domain("b", "far.fr", date(2027, 3, 1)), refunded}), today);
    CHECK(sum_of(months).services == 0);
}

TEST_CASE("the year that comes free with a hosting account costs nothing in its month")
{
    auto state = with({hosting("h", "host0001", in(200)), domain("d", "offered.fr", in(50))});
    change(state, "h", [](Service& service) { service.offered_domain = {"d"}; });
    CHECK(month_of(look_ahead(state, today), in(50)).cost.cents == 1020);  // not linked: full price
    change(state, "d", [](Service& service) { service.linked_to = {"h"}; });
    CHECK(month_of(look_ahead(state, today), in(50)).services == 1);
    CHECK(month_of(look_ahead(state, today), in(50)).cost.cents == 0);
    change(state, "h", [](Service& service) { service.expires_on = in(5); });  // the domain already is
    CHECK(month_of(look_ahead(state, today), in(50)).cost.cents == 1020);
}

TEST_CASE("each service is in exactly one month or in none, and the months cost what the services cost")
{
    play_sequences(30, [](Random& random) {
        auto state = random_account(random);
        for (int more = 0; more < 60; ++more) {
            const auto number = std::to_string(more);
            const auto expiry = in(random.from(-100, 500));
            auto       one = random.once_in(4)
                                 ? hosting("x" + number, "more" + number, expiry)
                                 : domain("x" + number, "more" + number + (random.once_in(2) ? ".fr" : ".bzh"), expiry);
            one.status     = random.once_in(6) ? Status::suspended : Status::active;
            const ServiceId other{"x" + std::to_string(random.below(60))};
            if (random.once_in(2)) one.linked_to = other;
            if (random.once_in(2)) one.offered_domain = other;
            state.services.put(one);
        }
        const auto day    = in(random.from(-40, 40));
        const auto months = look_ahead(state, day);
        const auto begin = months.front().first, end = base::months_after(begin, 12);

        std::int64_t services = 0;
        base::Money  cost;
        for (const Service& service : state.services) {
            if (!is_active(service, day) || service.expires_on >= end) continue;
            ++services;
            cost = cost + renewal_price(state, service, 1, day).total();
        }
        CHECK(sum_of(months).services == services);
        CHECK(sum_of(months).cost == cost);
        for (const auto& month : months) {
            const auto   until = base::months_after(month.first, 1);
            std::int64_t in_it = 0;
            for (const Service& service : state.services)
                in_it += is_active(service, day) && service.expires_on >= month.first && service.expires_on < until;
            CHECK(month.services == in_it);
        }
    });
}
