// Paying a service for longer: once, by the customer; or each time, automatically.
#pragma once
#include "base/problems.hpp"
#include "model/billing/catalogue.hpp"
#include "model/context.hpp"
#include "model/state.hpp"

namespace model {

// Renewing also reactivates what is suspended or in grace, and restores what is in redemption.
struct Renew {
    static constexpr std::string_view word = "renew";

    ServiceId    service;
    base::Date   seen_expiry;  // what the customer was looking at when asking: the same renewal
    base::Money  seen_price;   // asked on two devices is bought once. VAT included.
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

// The operation that a renewal becomes, at today's price. Requires that it may be renewed.
Operation renewal_of(const State&, const Service&, int years, const Context&);

std::optional<base::Problem> why_not_renew(const State&, const Service&, Day today);

// Requires years ≥ 1. In redemption the registry's fee is part of it; the domain offered with a
// hosting account costs nothing for the first year while it is linked to it.
Charge renewal_price(const State&, const Service&, int years, Day today);

// How many years can be bought at once today; 0 when it is paid as far ahead as possible.
int max_years(const Service&, Day today);

// Counted from the old expiry, even when late.
inline base::Date expiry_after(const Service& service, int years)
{
    return base::years_after(service.expires_on, years);
}

// Whether this is the domain that comes with the hosting account it is linked to.
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
