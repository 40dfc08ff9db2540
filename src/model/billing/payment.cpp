#include "model/billing/payment.hpp"

#include "base/must.hpp"
#include "model/why.hpp"

namespace model {

OperationId automatic_renewal(const ServiceId& service, base::Date expires_on)
{
    return {"op-" + automatic_cart(service, expires_on).value};
}

base::Problems check(const State& state, const PaymentAnswered& command, const Context&)
{
    base::Problems problems;
    const auto     cart = state.carts.get(command.cart);
    if (!cart || !cart->charging || cart->attempts + 1 != command.attempt) problems.add("", "why.step_over");
    return problems;
}

void perform(State& state, const PaymentAnswered& command, const Context& context)
{
    auto cart     = base::required(state.carts.get(command.cart));
    cart.charging = false;
    cart.attempts = command.attempt;
    cart.saved_at = context.now;
    if (!command.paid) {
        state.carts.put(cart);
        return;
    }
    const auto today = day_of(context);
    for (const auto& line : lines_of(state, cart.id)) {
        const auto service = state.services.get(line.service);
        if (!service || why_not_pay(state, line, today)) continue;
        auto operation = renewal_of(state, *service, line.years, context);
        operation.id   = automatic_renewal(service->id, service->expires_on);
        state.operations.put(operation);
    }
    erase_cart(state, cart.id);
}

base::Problems check(const State& state, const AdvanceOrder& command, const Context&)
{
    base::Problems problems;
    const auto     order = state.orders.get(command.order);
    if (!order || order->step != command.from || order->step == OrderStep::delivered) problems.add("", "why.step_over");
    return problems;
}

void perform(State& state, const AdvanceOrder& command, const Context& context)
{
    auto order       = base::required(state.orders.get(command.order));
    order.step       = static_cast<OrderStep>(static_cast<int>(order.step) + 1);
    order.changed_at = context.now;
    state.orders.put(order);
}

}  // namespace model
