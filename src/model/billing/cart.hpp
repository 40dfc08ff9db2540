// Renewals gathered to be paid together: saved, edited, paid at today's prices, or deleted. And what is called off when
// a renewal was automatic.
#pragma once
#include "base/problems.hpp"
#include "model/billing/renewal.hpp"
#include "model/context.hpp"
#include "model/state.hpp"

namespace model {

using CartId          = base::Id<Cart>;
using PurchaseOrderId = base::Id<PurchaseOrder>;

inline constexpr int         cart_days       = 30;  // a cart that nobody pays is gone after these
inline constexpr std::size_t most_cart_lines = 200;

// One service of a cart, as its rows have it and as it is today.
struct CartLine {
    ServiceId    service;
    std::int32_t years = 1;
    base::Money  seen;  // VAT included
};
std::vector<CartLine> lines_of(const Cart&);
void                  set_lines(Cart&, const std::vector<CartLine>&);

// What a line costs today; nothing when the service is no longer there.
std::optional<base::Money> price_today(const State&, const CartLine&, base::Date today);

// Of the lines that can be paid today.
base::Money total_today(const State&, const Cart&, base::Date today);

// Why a line cannot be paid today.
std::optional<base::Problem> why_not_pay(const State&, const CartLine&, base::Date today);

// Saves a new cart, or other lines in one that is there.
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
base::Problems check(const State&, const SaveCart&, const Context&);
void           perform(State&, const SaveCart&, const Context&);
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
constexpr bool may_wait_offline(const DeleteCart&) { return true; }

// The renewal of a line of an order, from 0; and the order in which a renewal was paid with others.
OperationId                  operation_of(const PurchaseOrderId&, std::size_t line);
std::optional<PurchaseOrder> order_of(const State&, const Operation&);

// Pays all lines that can be paid, at the total that the customer has seen. Becomes an order.
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
constexpr bool may_wait_offline(const PayCart&) { return false; }

// By the link of a message, without a login: an automatic renewal is not to take place.
struct CallOffRenewal {
    static constexpr std::string_view word = "call_off_renewal";

    CartId      cart;
    std::string token;

    bool operator==(const CallOffRenewal&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, CallOffRenewal& c)
{
    visit("cart", c.cart);
    visit("token", c.token);
}
base::Problems check(const State&, const CallOffRenewal&, const Context&);
void           perform(State&, const CallOffRenewal&, const Context&);
constexpr bool may_wait_offline(const CallOffRenewal&) { return true; }

// The cart of the automatic renewal of a service whose term ends then.
CartId automatic_cart(const ServiceId&, base::Date expires_on);
void   drop_automatic_cart(State&, const Service&);
bool   is_in_a_cart(const State&, const Service&);

}  // namespace model
