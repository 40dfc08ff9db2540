// The bank's answer when the card is charged for an automatic renewal, and the steps of an order.
#pragma once
#include "model/billing/cart.hpp"

namespace model {

struct PaymentAnswered {
    static constexpr std::string_view word = "payment_answered";

    CartId       cart;
    std::int32_t attempt = 0;  // from 1
    bool         paid    = false;

    bool operator==(const PaymentAnswered&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, PaymentAnswered& c)
{
    visit("cart", c.cart);
    visit("attempt", c.attempt);
    visit("paid", c.paid);
}
constexpr bool who(const PaymentAnswered&, const Actor& actor) { return is_host(actor); }
base::Problems check(const State&, const PaymentAnswered&, const Context&);
// If paid, starts the renewals of the cart, as far as still possible, and deletes the cart.
void           perform(State&, const PaymentAnswered&, const Context&);
constexpr bool may_wait_offline(const PaymentAnswered&) { return false; }

// The host's staff or systems have finished a step of an order.
struct AdvanceOrder {
    static constexpr std::string_view word = "advance_order";

    PurchaseOrderId order;
    OrderStep       from = OrderStep::payment_received;

    bool operator==(const AdvanceOrder&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, AdvanceOrder& c)
{
    visit("order", c.order);
    visit("from", c.from);
}
constexpr bool who(const AdvanceOrder&, const Actor& actor)
{
    return is_host(actor) || actor.kind == Actor::Kind::support;
}
base::Problems check(const State&, const AdvanceOrder&, const Context&);
void           perform(State&, const AdvanceOrder&, const Context&);
constexpr bool may_wait_offline(const AdvanceOrder&) { return false; }

// The id of the automatic renewal's operation for a service with this expiry; a failed one is not repeated automatically.
OperationId automatic_renewal(const ServiceId&, base::Date expires_on);

}  // namespace model
