// Which hosting account serves a domain. A domain is linked to at most one; a hosting account has one main domain and any
// number of others.
#pragma once
#include "base/problems.hpp"
#include "model/context.hpp"
#include "model/state.hpp"

namespace model {

struct Associate {
    static constexpr std::string_view word = "associate";

    ServiceId domain;
    ServiceId hosting;
    bool      make_main          = false;  // the first domain of a hosting account becomes its main one in any case
    bool      change_nameservers = false;  // to the host's; this also starts an operation

    bool operator==(const Associate&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Associate& c)
{
    visit("domain", c.domain);
    visit("hosting", c.hosting);
    visit("make_main", c.make_main);
    visit("change_nameservers", c.change_nameservers);
}

base::Problems check(const State&, const Associate&, const Context&);
void           perform(State&, const Associate&, const Context&);
constexpr bool who(const Associate&, const Actor& actor) { return is_owner(actor) || is_technical(actor); }
constexpr bool may_wait_offline(const Associate&) { return true; }

std::optional<base::Problem> why_not_associate(const State&, const Service&, Day today);

// Why this hosting account cannot take a domain today.
std::optional<base::Problem> why_not_host_domains(const State&, const Service& hosting, Day today);

struct Dissociate {
    static constexpr std::string_view word = "dissociate";

    ServiceId domain;

    bool operator==(const Dissociate&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Dissociate& c)
{
    visit("domain", c.domain);
}

base::Problems check(const State&, const Dissociate&, const Context&);
void           perform(State&, const Dissociate&, const Context&);
constexpr bool who(const Dissociate&, const Actor& actor) { return is_owner(actor) || is_technical(actor); }
constexpr bool may_wait_offline(const Dissociate&) { return true; }

std::optional<base::Problem> why_not_dissociate(const State&, const Service&, Day today);

// Warnings to show before the customer confirms: the offered domain will renew at full price, the hosting account loses its
// main domain. They do not forbid the command.
std::vector<base::Problem> warnings_before_dissociating(const State&, const Service& domain);

}  // namespace model
