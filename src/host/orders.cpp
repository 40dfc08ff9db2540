#include "host/orders.hpp"

#include "host/billing.hpp"
#include "host/due.hpp"

namespace host {
namespace {

using namespace model;

constexpr std::int64_t step_ms = 2'500;

// Somebody looks at orders above this, which takes a day.
constexpr std::int64_t looked_at_cents = 100'00;

std::optional<base::Instant> due_at(const PurchaseOrder& order)
{
    if (order.step == OrderStep::delivered) return {};
    const bool looked_at = order.step == OrderStep::checking && order.total.cents > looked_at_cents;
    return base::ms_after(order.changed_at, looked_at ? base::ms_per_day : step_ms);
}

}  // namespace

bool advance_orders(State& state, base::Instant now)
{
    return advance_due(state.orders, now, due_at, [&](PurchaseOrder order, base::Instant at) {
        order.step       = static_cast<OrderStep>(static_cast<int>(order.step) + 1);
        order.changed_at = at;
        state.orders.put(order);
        if (order.step == OrderStep::delivered) bill(state, order);
    });
}

std::optional<base::Instant> next_order_at(const State& state) { return earliest(state.orders, due_at); }

bool clear_carts(State& state, base::Date today)
{
    std::vector<CartId> old;
    for (const Cart& cart : state.carts)
        if (base::days_between(base::paris_day(cart.saved_at), today) > cart_days) old.push_back(cart.id);
    for (const auto& id : old) state.carts.erase(id);
    return !old.empty();
}

}  // namespace host
