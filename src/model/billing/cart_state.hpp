// The rows of unpaid carts and of paid orders, with their lines. Their rules are in cart.hpp.
#pragma once
#include "base/instant.hpp"
#include "base/money.hpp"
#include "model/services/operation.hpp"

namespace model {

// A cart of renewals.
struct Cart {
    base::Id<Cart> id;
    base::Instant  saved_at;
    bool           automatic = false;  // created for an automatic renewal
    std::int32_t   attempts  = 0;      // number of times that the card was charged for it
    bool           charging  = false;  // the bank has been asked and has not answered yet
    base::Unknown  unknown;

    bool operator==(const Cart&) const = default;
};
using CartId = base::Id<Cart>;

template <class Visit>
constexpr void fields(Visit&& visit, Cart& c)
{
    visit("id", c.id);
    visit("saved_at", c.saved_at);
    visit("automatic", c.automatic);
    visit("attempts", c.attempts);
    visit("charging", c.charging);
    visit.rest(c.unknown);
}

struct CartLine {
    base::Id<CartLine> id;  // "<cart>/<position>"
    CartId             cart;
    std::int32_t       position = 0;  // from 1
    ServiceId          service;
    std::int32_t       years = 1;
    base::Money        seen;  // the price as last shown, VAT included
    base::Unknown      unknown;

    bool operator==(const CartLine&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, CartLine& l)
{
    visit("id", l.id);
    visit("cart", l.cart);
    visit("position", l.position);
    visit("service", l.service);
    visit("years", l.years);
    visit("seen", l.seen);
    visit.rest(l.unknown);
}

enum class OrderStep : std::uint8_t { payment_received, checking, processing, delivered };
constexpr std::array<std::string_view, 4> enum_names(OrderStep)
{
    return {"payment_received", "checking", "processing", "delivered"};
}

// A paid order. The operations that carry it out refer to it.
struct PurchaseOrder {
    PurchaseOrderId id;
    CartId          cart;  // that was paid; empty if it was none
    OrderStep       step = OrderStep::payment_received;
    base::Instant   placed_at;
    base::Instant   changed_at;
    base::Money     total;  // VAT included
    base::Unknown   unknown;

    bool operator==(const PurchaseOrder&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, PurchaseOrder& o)
{
    visit("id", o.id);
    visit("step", o.step);
    visit("placed_at", o.placed_at);
    visit("changed_at", o.changed_at);
    visit("total", o.total);
    visit("cart", o.cart);
    visit.rest(o.unknown);
}

struct OrderLine {
    base::Id<OrderLine> id;  // "<order>/<position>"
    PurchaseOrderId     order;
    std::int32_t        position = 0;  // from 1
    ServiceId           service;
    std::string         name;  // the service's name at that time
    std::int32_t        years = 1;
    base::Money         total;  // VAT included
    base::Unknown       unknown;

    bool operator==(const OrderLine&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, OrderLine& l)
{
    visit("id", l.id);
    visit("order", l.order);
    visit("position", l.position);
    visit("service", l.service);
    visit("name", l.name);
    visit("years", l.years);
    visit("total", l.total);
    visit.rest(l.unknown);
}

}  // namespace model
