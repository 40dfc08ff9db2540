// The domain that comes with a hosting account: chosen once, registered or transferred by the host.
#pragma once
#include "base/problems.hpp"
#include "model/context.hpp"
#include "model/state.hpp"

namespace model {

struct ChooseOfferedDomain {
    static constexpr std::string_view word = "choose_offered_domain";

    ServiceId   service;             // the hosting account
    std::string name;                // ASCII, lower case
    std::string display_name;        // in Unicode, if different
    bool        transfers  = false;  // registered elsewhere and to be transferred; otherwise a new registration
    bool        seen_final = false;  // the customer knows that the choice is final

    bool operator==(const ChooseOfferedDomain&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, ChooseOfferedDomain& c)
{
    visit("service", c.service);
    visit("name", c.name);
    visit("display_name", c.display_name);
    visit("transfers", c.transfers);
    visit("seen_final", c.seen_final);
}

// Problems at "name" and "seen_final".
base::Problems check(const State&, const ChooseOfferedDomain&, const Context&);
void           perform(State&, const ChooseOfferedDomain&, const Context&);
constexpr bool who(const ChooseOfferedDomain&, const Actor& actor)
{
    return is_owner(actor) || is_administrative(actor);
}
constexpr bool may_wait_offline(const ChooseOfferedDomain&) { return true; }

std::optional<base::Problem> why_not_choose_domain(const State&, const Service&, Day today);

// The top-level domains on offer, as text: ".com, .eu, .fr".
std::string offered_endings(const Catalogue&);

}  // namespace model
