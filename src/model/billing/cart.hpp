// Renewals that are paid together: carts are saved, edited, deleted, or paid at today's prices. Also calling off an automatic
// renewal.
#pragma once
#include "base/problems.hpp"
#include "model/billing/renewal.hpp"
#include "model/context.hpp"
#include "model/find.hpp"
#include "model/state.hpp"

namespace model {

inline constexpr int         cart_days       = 30;  // an unpaid cart is deleted after so many days
inline constexpr std::size_t most_cart_lines = 200, most_renewed_together = 5'000;

// Saves a cart and replaces its lines; sets the ids and positions of the new ones.
void put_cart(State&, const Cart&, std::vector<CartLine>);

// Removes a cart and its lines.
void erase_cart(State&, const CartId&);

// The names of the ordered services, in one line.
std::string names_of(const State&, const PurchaseOrderId&);

// The price of a line today; nothing if the service no longer exists.
std::optional<base::Money> price_today(const State&, const CartLine&, Day today);

// The sum over the lines that can be paid today.
base::Money total_today(const State&, const std::vector<CartLine>&, Day today);

// Why a line cannot be paid today.
std::optional<base::Problem> why_not_pay(const State&, const CartLine&, Day today);

// Renewals that are paid with one payment: one order, so one invoice. All or none.
struct RenewTogether {
    static constexpr std::string_view word = "renew_together";

    std::vector<std::string> services, seen_expiries;  // 2026-12-31: as the customer saw them, like Renew::seen_expiry
    std::int32_t             years = 1;
    base::Money              seen_total;  // VAT included

    bool operator==(const RenewTogether&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, RenewTogether& c)
{
    visit("services", c.services);
    visit("seen_expiries", c.seen_expiries);
    visit("years", c.years);
    visit("seen_total", c.seen_total);
}
base::Problems check(const State&, const RenewTogether&, const Context&);
void           perform(State&, const RenewTogether&, const Context&);
constexpr bool who(const RenewTogether&, const Actor& actor)
{
    return is_owner(actor) || is_technical(actor) || is_administrative(actor);
}
constexpr bool may_wait_offline(const RenewTogether&) { return true; }

// Saves a new cart, or replaces the lines of an existing one.
struct SaveCart {
    static constexpr std::string_view word = "save_cart";

    CartId                   cart;  // empty: a new one
    std::vector<std::string> services, years, cents;

    bool operator==(const SaveCart&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, SaveCart& c)
{
    visit("cart", c.cart);
    visit("services", c.services);
    visit("years", c.years);
    visit("cents", c.cents);
}
SaveCart       save_of(const CartId&, const std::vector<CartLine>&);
base::Problems check(const State&, const SaveCart&, const Context&);
void           perform(State&, const SaveCart&, const Context&);
constexpr bool who(const SaveCart&, const Actor& actor)
{
    return is_owner(actor) || is_technical(actor) || is_administrative(actor);
}
constexpr bool may_wait_offline(const SaveCart&) { return true; }

struct DeleteCart {
    static constexpr std::string_view word = "delete_cart";

    CartId cart;
    bool   operator==(const DeleteCart&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, DeleteCart& c)
{
    visit("cart", c.cart);
}
base::Problems check(const State&, const DeleteCart&, const Context&);
void           perform(State&, const DeleteCart&, const Context&);
constexpr bool who(const DeleteCart&, const Actor& actor)
{
    return is_owner(actor) || is_technical(actor) || is_administrative(actor);
}
constexpr bool may_wait_offline(const DeleteCart&) { return true; }

// Pays all lines that can be paid, if their total is the one that the customer has seen, and turns the cart into an order.
struct PayCart {
    static constexpr std::string_view word = "pay_cart";

    CartId      cart;
    base::Money seen_total;  // VAT included

    bool operator==(const PayCart&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, PayCart& c)
{
    visit("cart", c.cart);
    visit("seen_total", c.seen_total);
}
base::Problems check(const State&, const PayCart&, const Context&);
void           perform(State&, const PayCart&, const Context&);
constexpr bool who(const PayCart&, const Actor& actor)
{
    return is_owner(actor) || is_technical(actor) || is_administrative(actor);
}
constexpr bool may_wait_offline(const PayCart&) { return false; }

// Given by the link in a message, without a login: cancels an automatic renewal.
struct CallOffRenewal {
    static constexpr std::string_view word = "call_off_renewal";

    CartId cart;

    bool operator==(const CallOffRenewal&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, CallOffRenewal& c)
{
    visit("cart", c.cart);
}
base::Problems check(const State&, const CallOffRenewal&, const Context&);
void           perform(State&, const CallOffRenewal&, const Context&);
constexpr bool who(const CallOffRenewal&, const Actor& actor) { return is_link(actor); }
constexpr bool may_wait_offline(const CallOffRenewal&) { return true; }

// The id of the cart for the automatic renewal of a service with this expiry.
CartId automatic_cart(const ServiceId&, base::Date expires_on);
// Of such an id: what it says, whether or not there is the cart. Nothing for any other id.
struct AnnouncedRenewal {
    ServiceId  service;
    base::Date expires_on;
};
std::optional<AnnouncedRenewal> announced_renewal(const CartId&);
void                            drop_automatic_cart(State&, const Service&);
bool                            is_in_a_cart(const State&, const Service&);

}  // namespace model
