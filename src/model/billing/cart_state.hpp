// The rows of a cart that was not paid, and of an order that was. Their rules are in cart.hpp.
#pragma once
#include "base/instant.hpp"
#include "base/money.hpp"
#include "model/services/service.hpp"

namespace model {

// A cart of renewals. Of each line the service, the years, and the price as it was last shown, VAT included.
struct Cart {
    base::Id<Cart>           id;
    base::Instant            saved_at;
    std::vector<std::string> services;  // ids
    std::vector<std::string> years;
    std::vector<std::string> cents;
    bool                     automatic = false;  // made for an automatic renewal
    std::int32_t             attempts  = 0;      // to charge the card for it
    std::string              token;              // automatic: of the link that calls it off
    base::Unknown            unknown;

    bool operator==(const Cart&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Cart& c)
{
    visit("id", c.id);
    visit("saved_at", c.saved_at);
    visit("services", c.services);
    visit("years", c.years);
    visit("cents", c.cents);
    visit("automatic", c.automatic);
    visit("attempts", c.attempts);
    visit("token", c.token);
    visit.rest(c.unknown);
}

enum class OrderStep : std::uint8_t { payment_received, checking, processing, delivered };
constexpr std::array<std::string_view, 4> enum_names(OrderStep)
{
    return {"payment_received", "checking", "processing", "delivered"};
}

struct PurchaseOrder {
    base::Id<PurchaseOrder>  id;
    OrderStep                step = OrderStep::payment_received;
    base::Instant            placed_at;
    base::Instant            changed_at;
    std::vector<std::string> services;  // ids
    std::vector<std::string> names;
    base::Money              total;  // VAT included
    base::Unknown            unknown;

    bool operator==(const PurchaseOrder&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, PurchaseOrder& o)
{
    visit("id", o.id);
    visit("step", o.step);
    visit("placed_at", o.placed_at);
    visit("changed_at", o.changed_at);
    visit("services", o.services);
    visit("names", o.names);
    visit("total", o.total);
    visit.rest(o.unknown);
}

}  // namespace model
