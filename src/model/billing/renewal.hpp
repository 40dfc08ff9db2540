// Extending a service's paid term: once, by the customer, or automatically each year.
#pragma once
#include "base/problems.hpp"
#include "model/billing/catalogue.hpp"
#include "model/context.hpp"
#include "model/state.hpp"

namespace model {

// Also reactivates a service that is suspended or in grace, and restores one in redemption.
struct Renew {
    static constexpr std::string_view word = "renew";

    ServiceId    service;
    base::Date   seen_expiry;  // as the customer saw it, so that the same renewal from two devices is bought once
    base::Money  seen_price;   // as the customer saw it, VAT included
    std::int32_t years = 1;

    bool operator==(const Renew&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Renew& c)
{
    visit("service", c.service);
    visit("seen_expiry", c.seen_expiry);
    visit("seen_price", c.seen_price);
    visit("years", c.years);
}

base::Problems check(const State&, const Renew&, const Context&);
void           perform(State&, const Renew&, const Context&);
constexpr bool who(const Renew&, const Actor& actor)
{
    return is_owner(actor) || is_technical(actor) || is_administrative(actor) || is_host(actor);
}
constexpr bool may_wait_offline(const Renew&) { return true; }

// The operation for a renewal, at today's price. Requires why_not_renew() to find nothing.
Operation renewal_of(const State&, const Service&, int years, const Context&);

std::optional<base::Problem> why_not_renew(const State&, const Service&, Day today);

// Requires years ≥ 1. Includes the registry's fee in redemption. The first year of an offered domain is free while it is linked
// to its hosting account and expires no later.
Charge renewal_price(const State&, const Service&, int years, Day today);

// The number of years that can be bought at once today; 0 if the service is paid as far ahead as allowed.
int max_years(const Service&, Day today);

// Counted from the old expiry, even after it.
inline base::Date expiry_after(const Service& service, int years)
{
    return base::years_after(service.expires_on, years);
}

// True if this domain is the offered one of the hosting account to which it is linked.
bool is_offered(const State&, const Service&);

struct SetAutoRenew {
    static constexpr std::string_view word = "set_auto_renew";

    ServiceId service;
    bool      on = true;

    bool operator==(const SetAutoRenew&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, SetAutoRenew& c)
{
    visit("service", c.service);
    visit("on", c.on);
}

base::Problems check(const State&, const SetAutoRenew&, const Context&);
void           perform(State&, const SetAutoRenew&, const Context&);
constexpr bool who(const SetAutoRenew&, const Actor& actor) { return is_owner(actor); }
constexpr bool may_wait_offline(const SetAutoRenew&) { return true; }

std::optional<base::Problem> why_not_set_auto_renew(const State&, const Service&, Day today);

}  // namespace model
