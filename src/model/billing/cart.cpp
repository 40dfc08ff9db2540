#include "model/billing/cart.hpp"

#include "base/text.hpp"
#include "model/columns.hpp"
#include "model/why.hpp"

#include <algorithm>
#include <set>

namespace model {
namespace {

std::vector<CartLine> lines_in(const std::vector<std::string>& services, const std::vector<std::string>& years,
                               const std::vector<std::string>& cents)
{
    std::vector<CartLine> lines;
    for (std::size_t at = 0; at < std::min({services.size(), years.size(), cents.size()}); ++at)
        lines.push_back({{services[at]},
                         static_cast<std::int32_t>(base::whole_number(years[at])),
                         {base::whole_number(cents[at])}});
    return lines;
}

constexpr std::string_view order_prefix = "order-", operation_prefix = "op-";

// Of the renewal of a line of the order with this seed.
std::string seed_of_line(std::string_view seed, std::size_t line)
{
    return std::string(seed) + "." + std::to_string(line + 1);
}

void call_off(State& state, const Cart& cart)
{
    for (const auto& id : cart.services) {
        auto service = state.services.get({id});
        if (!service) continue;
        service->auto_renew = false;
        state.services.put(*service);
    }
}

}  // namespace

std::vector<CartLine> lines_of(const Cart& cart) { return lines_in(cart.services, cart.years, cart.cents); }

void set_lines(Cart& cart, const std::vector<CartLine>& lines)
{
    cart.services.clear();
    cart.years.clear();
    cart.cents.clear();
    for (const auto& line : lines) {
        cart.services.push_back(line.service.value);
        cart.years.push_back(std::to_string(line.years));
        cart.cents.push_back(std::to_string(line.seen.cents));
    }
}

std::optional<base::Problem> why_not_pay(const State& state, const CartLine& line, base::Date today)
{
    const auto service = state.services.get(line.service);
    if (!service) return because("why.no_such_service");
    if (auto reason = why_not_renew(state, *service, today)) return reason;
    const int most = max_years(*service, today);
    if (line.years < 1 || line.years > most) return because("why.years_out_of_range", {std::to_string(most)});
    return {};
}

std::optional<base::Money> price_today(const State& state, const CartLine& line, base::Date today)
{
    const auto service = state.services.get(line.service);
    if (!service || line.years < 1) return {};
    return renewal_price(state, *service, line.years, today).total;
}

base::Money total_today(const State& state, const Cart& cart, base::Date today)
{
    base::Money total;
    for (const auto& line : lines_of(cart))
        if (!why_not_pay(state, line, today)) total = total + *price_today(state, line, today);
    return total;
}

base::Problems check(const State& state, const SaveCart& command, const Context& context)
{
    base::Problems problems;
    const auto     lines = lines_in(command.services, command.years, command.cents);
    if (lines.empty() || lines.size() != command.services.size()) problems.add("", "why.cart_empty");
    if (lines.size() > most_cart_lines) problems.add("", "why.cart_too_long", {std::to_string(most_cart_lines)});
    if (!command.cart.empty() && !state.carts.contains(command.cart)) problems.add("", "why.no_such_cart");
    std::set<std::string> seen;
    for (const auto& line : lines) {
        if (!seen.insert(line.service.value).second) problems.add("", "why.twice_in_cart");
        const auto reason = why_not_pay(state, line, day_of(context));
        // What is saved may wait for something else to end; what can never be bought may not.
        if (reason && reason->text == base::TextKey("why.no_such_service")) refuse(problems, reason);
        if (reason && reason->text == base::TextKey("why.years_out_of_range")) refuse(problems, reason, "years");
    }
    return problems;
}

void perform(State& state, const SaveCart& command, const Context& context)
{
    Cart cart;
    if (const auto old = state.carts.get(command.cart)) cart = *old;
    else cart.id = {"cart-" + context.seed};
    cart.saved_at = context.now;
    cart.services = command.services;
    cart.years    = command.years;
    cart.cents    = command.cents;
    state.carts.put(cart);
}

base::Problems check(const State& state, const DeleteCart& command, const Context&)
{
    base::Problems problems;
    if (!state.carts.contains(command.cart)) problems.add("", "why.no_such_cart");
    return problems;
}

void perform(State& state, const DeleteCart& command, const Context&)
{
    // Without its cart an automatic renewal is called off; else it would be made again tomorrow.
    if (const auto cart = *state.carts.get(command.cart); cart.automatic) call_off(state, cart);
    state.carts.erase(command.cart);
}

base::Problems check(const State& state, const PayCart& command, const Context& context)
{
    base::Problems problems;
    const auto     cart = state.carts.get(command.cart);
    if (!cart) {
        problems.add("", "why.no_such_cart");
        return problems;
    }
    const auto total = total_today(state, *cart, day_of(context));
    if (total.cents == 0 && std::ranges::none_of(lines_of(*cart), [&](const CartLine& line) {
            return !why_not_pay(state, line, day_of(context));
        }))
        problems.add("", "why.nothing_to_pay");
    else if (total != command.seen_total) problems.add("", "why.price_changed");
    return problems;
}

void perform(State& state, const PayCart& command, const Context& context)
{
    const auto    cart  = *state.carts.get(command.cart);
    const auto    today = day_of(context);
    PurchaseOrder order;
    order.id         = {std::string(order_prefix) + context.seed};
    order.placed_at  = context.now;
    order.changed_at = context.now;
    for (const auto& line : lines_of(cart)) {
        if (why_not_pay(state, line, today)) continue;
        const auto service = *state.services.get(line.service);
        const auto price   = *price_today(state, line, today);
        perform(state, Renew{service.id, service.expires_on, price, line.years},
                {context.now, seed_of_line(context.seed, order.services.size())});
        order.services.push_back(service.id.value);
        order.names.push_back(shown_name(service));
        order.total = order.total + price;
    }
    state.orders.put(order);
    state.carts.erase(cart.id);
}

OperationId operation_of(const PurchaseOrderId& order, std::size_t line)
{
    const auto seed = std::string_view(order.value).substr(std::min(order_prefix.size(), order.value.size()));
    return {std::string(operation_prefix) + seed_of_line(seed, line)};
}

std::optional<PurchaseOrder> order_of(const State& state, const Operation& operation)
{
    const std::string_view id  = operation.id.value;
    const auto             dot = id.rfind('.');
    if (!id.starts_with(operation_prefix) || dot == std::string_view::npos) return {};
    auto order = state.orders.get(
        {std::string(order_prefix).append(id.substr(operation_prefix.size(), dot - operation_prefix.size()))});
    if (!order || std::ranges::find(order->services, operation.service.value) == order->services.end()) return {};
    return order;
}

base::Problems check(const State& state, const CallOffRenewal& command, const Context&)
{
    base::Problems problems;
    const auto     cart = state.carts.get(command.cart);
    if (!cart || cart->token.empty() || cart->token != command.token) problems.add("", "why.link_used");
    return problems;
}

void perform(State& state, const CallOffRenewal& command, const Context&)
{
    call_off(state, *state.carts.get(command.cart));
    state.carts.erase(command.cart);
}

CartId automatic_cart(const ServiceId& service, base::Date expires_on)
{
    return {"auto-" + service.value + "-" + base::to_iso(expires_on)};
}

void drop_automatic_cart(State& state, const Service& service)
{
    state.carts.erase(automatic_cart(service.id, service.expires_on));
}

bool is_in_a_cart(const State& state, const Service& service)
{
    static const auto automatic_column = column_of<Cart>("automatic");
    if (state.carts.contains(automatic_cart(service.id, service.expires_on))) return true;
    for (std::uint32_t row = 0; row < state.carts.size(); ++row) {
        if (state.carts.number_at(automatic_column, row) != 0) continue;
        const auto cart = state.carts.row(row);
        if (std::ranges::find(cart.services, service.id.value) != cart.services.end()) return true;
    }
    return false;
}

}  // namespace model
