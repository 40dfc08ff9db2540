// A small account to try rules on, and the words to ask for things.
#pragma once
#include "model/command.hpp"
#include "model/life.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace base {
inline std::ostream& operator<<(std::ostream& out, Date date) { return out << to_iso(date); }
inline std::ostream& operator<<(std::ostream& out, Money money) { return out << money.cents << " cents"; }
inline std::ostream& operator<<(std::ostream& out, TextKey key) { return out << key_name(key); }
}

namespace account {

using namespace model;
using base::date;
using base::Date;
using base::Problems;

inline const Date today = date(2026, 3, 10);

inline base::Instant noon(Date day) { return {base::midnight_utc(day).ms + 11 * base::ms_per_hour}; }
inline Context       on(Date day, std::string seed = "phone.1") { return {noon(day), std::move(seed)}; }
inline Date          in(int days) { return base::days_after(today, days); }

inline Service domain(std::string id, std::string name, Date expires_on)
{
    Service service;
    service.id          = {std::move(id)};
    service.kind        = Kind::domain;
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
    service.kind = Kind::hosting;
    service.nameservers.clear();
    return service;
}

// h1 and h2 are hosting accounts; d1 and d2 domains.
inline State small()
{
    State state;
    state.profile.account = "C-1";
    state.services.put(hosting("h1", "host0001", in(200)));
    state.services.put(hosting("h2", "host0002", in(100)));
    state.services.put(domain("d1", "example-one.fr", in(50)));
    state.services.put(domain("d2", "example-two.com", in(80)));
    return state;
}

inline Service service(const State& state, const char* id)
{
    const auto found = state.services.get({id});
    REQUIRE_MESSAGE(found, "there is no service " << id);
    return *found;
}

template <class Change>
void change(State& state, const char* id, Change with)
{
    auto one = service(state, id);
    with(one);
    state.services.put(one);
}

inline Renew renewal(const State& state, const char* id, int years = 1, Date day = today)
{
    const auto one = service(state, id);
    return {one.id, one.expires_on, renewal_price(state, one, years, day).total, years};
}

inline ChangeNameservers nameservers(const State& state, const char* id, std::vector<std::string> wanted)
{
    return {{id}, service(state, id).nameservers, std::move(wanted)};
}

// Requires that it is allowed.
template <class Command>
void carry_out(State& state, const Command& command, const Context& context = on(today))
{
    const auto problems = check(state, command, context);
    for (const auto& problem : problems.list) MESSAGE(problem.field << ": " << base::key_name(problem.text));
    REQUIRE(problems.none());
    perform(state, command, context);
}

// The names of the reasons, in order: "years: why.years_out_of_range", or the key alone for the whole request.
inline std::string reasons(const Problems& problems)
{
    std::string text;
    for (const auto& problem : problems.list) {
        if (!text.empty()) text += ", ";
        if (!problem.field.empty()) text += problem.field + ": ";
        text += base::key_name(problem.text);
    }
    return text;
}

inline std::string reason(const std::optional<base::Problem>& why_not)
{
    return why_not ? std::string(base::key_name(why_not->text)) : std::string();
}

}  // namespace account
