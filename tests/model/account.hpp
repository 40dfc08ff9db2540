// Helpers to give commands and check the results.
#pragma once
#include "model/builders.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace base {
inline std::ostream& operator<<(std::ostream& out, Date date) { return out << to_iso(date); }
inline std::ostream& operator<<(std::ostream& out, Money money) { return out << money.cents << " cents"; }
inline std::ostream& operator<<(std::ostream& out, TextKey key) { return out << key_name(key); }
}  // namespace base

namespace account {

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

inline Renew renewal(const State& state, const char* id, int years = 1, Day day = today)
{
    const auto one = service(state, id);
    return {one.id, one.expires_on, renewal_price(state, one, years, day).total(), years};
}

inline ChangeNameservers nameservers(const State& state, const char* id, std::vector<std::string> wanted)
{
    return {{id}, service(state, id).nameservers, std::move(wanted)};
}

// Performs a command that must be allowed.
template <class Command>
void carry_out(State& state, const Command& command, const Context& context = on(today))
{
    const auto problems = check(state, command, context);
    for (const auto& problem : problems.list) MESSAGE(problem.field << ": " << base::key_name(problem.text));
    REQUIRE(problems.none());
    perform(state, command, context);
}

// The reasons in order, as "years: why.years_out_of_range", or only the key if the whole request is wrong.
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
