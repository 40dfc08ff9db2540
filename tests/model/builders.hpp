// A small account for testing rules.
#pragma once
#include "demo/catalogue.hpp"
#include "model/command.hpp"
#include "model/find.hpp"
#include "model/services/life.hpp"

#include <string>
#include <utility>
#include <vector>

namespace account {

using namespace model;
using base::date;
using base::Date;
using base::Problems;

// With the catalogue of the demo.
inline Day as_day(Date date) { return {date, demo::catalogue()}; }

inline const Day today = as_day(date(2026, 3, 10));

inline base::Instant noon(Date day) { return {base::midnight_utc(day).ms + 11 * base::ms_per_hour}; }
inline Context on(Date day, std::string seed = "phone.1") { return {noon(day), std::move(seed), demo::catalogue()}; }
inline Day     in(int days) { return as_day(base::days_after(today, days)); }

inline Service domain(std::string id, std::string name, Date expires_on)
{
    Service service;
    service.id          = {std::move(id)};
    service.kind        = ServiceKind::domain;
    service.name        = std::move(name);
    service.account     = {"C-1"};
    service.created_on  = base::years_after(expires_on, -1);
    service.expires_on  = expires_on;
    service.nameservers = {"dns1.old.example", "dns2.old.example"};
    return service;
}

inline Service hosting(std::string id, std::string name, Date expires_on)
{
    auto service = domain(std::move(id), std::move(name), expires_on);
    service.kind = ServiceKind::hosting;
    service.nameservers.clear();
    return service;
}

// change_profile(state, [](Profile& me) { … }): changes the only row of its table, which is created if missing.
template <class Change>
void change_profile(State& state, Change with)
{
    auto me = profile_of(state);
    with(me);
    state.profile.clear();
    state.profile.put(me);
}

inline State with_account(State state, std::string id)
{
    change_profile(state, [&](Profile& me) { me.id = {std::move(id)}; });
    return state;
}

// h1 and h2 are hosting accounts, d1 and d2 domains.
inline State small()
{
    auto state = with_account({}, "C-1");
    state.services.put(hosting("h1", "host0001", in(200)));
    state.services.put(hosting("h2", "host0002", in(100)));
    state.services.put(domain("d1", "example-one.fr", in(50)));
    state.services.put(domain("d2", "example-two.com", in(80)));
    return state;
}

}  // namespace account
