#include "model/billing/cart.hpp"

#include "base/must.hpp"
#include "base/text.hpp"
#include "model/why.hpp"

#include <algorithm>
#include <set>

namespace model {
namespace {

std::vector<CartLine> lines_in(const std::vector<std::string>& services, const std::vector<std::string>& years,
                               const std::vector<std::string>& cents)
{
    std::vector<CartLine> lines;
    for (std::size_t at = 0; at < std::min({services.size(), years.size(), cents.size()}); ++at) {
        CartLine line;
        line.service    = {services[at]};
        line.years      = static_cast<std::int32_t>(std::clamp<std::int64_t>(base::whole_number(years[at]), -1, 1'000));
        line.seen.cents = base::whole_number(cents[at]);
        lines.push_back(std::move(line));
    }
    return lines;
}

// The seed for the renewal of one line of the order with this seed.
std::string seed_of_line(std::string_view seed, std::size_t line)
{
    return std::string(seed) + "." + std::to_string(line + 1);
}

void call_off(State& state, const CartId& cart)
{
    for (const auto& line : lines_of(state, cart)) {
        auto service = state.services.get(line.service);
        if (!service) continue;
        service->auto_renew = false;
        state.services.put(*service);
    }
}

// Orders and begins the renewals of all lines that can be paid.
void place_order(State& state, const CartId& cart, const std::vector<CartLine>& lines, const Context& context)
{
    const auto    today = day_of(context);
    PurchaseOrder order;
    order.id             = {"order-" + context.seed};
    order.cart           = cart;
    order.placed_at      = context.now;
    order.changed_at     = context.now;
    order.total          = total_today(state, lines, today);
    std::size_t position = 0;
    for (const auto& wanted : lines) {
        if (why_not_pay(state, wanted, today)) continue;
        const auto service = base::required(state.services.get(wanted.service));
        auto       of_line = context;
        of_line.seed       = seed_of_line(context.seed, position++);
        auto operation     = renewal_of(state, service, wanted.years, of_line);
        operation.order    = order.id;

        OrderLine line;
        line.id       = line_id<OrderLine>(order.id, position);
        line.order    = order.id;
        line.position = static_cast<std::int32_t>(position);
        line.service  = service.id;
        line.name     = shown_name(service);
        line.years    = wanted.years;
        line.total    = base::required(price_today(state, wanted, today));
        state.operations.put(operation);
        state.order_lines.put(line);
    }
    state.orders.put(order);
}

std::vector<CartLine> lines_of(const RenewTogether& command)
{
    std::vector<CartLine> lines(command.services.size());
    for (std::size_t at = 0; at < lines.size(); ++at) {
        lines[at].service = {command.services[at]};
        lines[at].years   = command.years;
    }
    return lines;
}

}  // namespace

void put_cart(State& state, const Cart& cart, std::vector<CartLine> lines)
{
    for (const auto& old : lines_of(state, cart.id)) state.cart_lines.erase(old.id);
    std::int32_t position = 0;
    for (auto& line : lines) {
        line.cart     = cart.id;
        line.position = ++position;
        line.id       = line_id<CartLine>(cart.id, static_cast<std::size_t>(position));
        state.cart_lines.put(line);
    }
    state.carts.put(cart);
}

void erase_cart(State& state, const CartId& cart)
{
    for (const auto& line : lines_of(state, cart)) state.cart_lines.erase(line.id);
    state.carts.erase(cart);
}

std::string names_of(const State& state, const PurchaseOrderId& order)
{
    std::vector<std::string> names;
    for (const auto& line : lines_of(state, order)) names.push_back(line.name);
    return base::joined(names);
}

std::optional<base::Problem> why_not_pay(const State& state, const CartLine& line, Day today)
{
    const auto service = state.services.get(line.service);
    if (!service) return because("why.no_such_service");
    if (auto reason = why_not_renew(state, *service, today)) return reason;
    const int most = max_years(*service, today);
    if (line.years < 1 || line.years > most) return because("why.years_out_of_range", {most});
    return {};
}

std::optional<base::Money> price_today(const State& state, const CartLine& line, Day today)
{
    const auto service = state.services.get(line.service);
    if (!service || line.years < 1) return {};
    return renewal_price(state, *service, line.years, today).total();
}

base::Money total_today(const State& state, const std::vector<CartLine>& lines, Day today)
{
    Rates rates;
    for (const auto& line : lines)
        if (!why_not_pay(state, line, today))
            add(rates, renewal_price(state, base::required(state.services.get(line.service)), line.years, today));
    return total_of(rates);
}

SaveCart save_of(const CartId& cart, const std::vector<CartLine>& lines)
{
    SaveCart command{cart, {}, {}, {}};
    for (const auto& line : lines) {
        command.services.push_back(line.service.value);
        command.years.push_back(std::to_string(line.years));
        command.cents.push_back(std::to_string(line.seen.cents));
    }
    return command;
}

base::Problems check(const State& state, const SaveCart& command, const Context& context)
{
    base::Problems problems;
    const auto     lines = lines_in(command.services, command.years, command.cents);
    if (lines.empty() || lines.size() != command.services.size()) problems.add("", "why.cart_empty");
    if (lines.size() > most_cart_lines) problems.add("", "why.cart_too_long", {std::int64_t{most_cart_lines}});
    if (!command.cart.empty() && !state.carts.contains(command.cart)) problems.add("", "why.no_such_cart");
    std::set<std::string> seen;
    for (const auto& line : lines) {
        if (!seen.insert(line.service.value).second) problems.add("", "why.twice_in_cart");
        const auto reason = why_not_pay(state, line, day_of(context));
        // Obstacles that may end are allowed in a saved cart; these two never end.
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
    put_cart(state, cart, lines_in(command.services, command.years, command.cents));
}

base::Problems check(const State& state, const DeleteCart& command, const Context&)
{
    base::Problems problems;
    if (!state.carts.contains(command.cart)) problems.add("", "why.no_such_cart");
    return problems;
}

void perform(State& state, const DeleteCart& command, const Context&)
{
    // Deleting an automatic cart also switches off the automatic renewal; otherwise the cart would be created again tomorrow.
    if (const auto cart = base::required(state.carts.get(command.cart)); cart.automatic) call_off(state, cart.id);
    erase_cart(state, command.cart);
}

base::Problems check(const State& state, const PayCart& command, const Context& context)
{
    base::Problems problems;
    const auto     cart = state.carts.get(command.cart);
    if (!cart) {
        problems.add("", "why.no_such_cart");
        return problems;
    }
    const auto lines = lines_of(state, cart->id);
    const auto total = total_today(state, lines, day_of(context));
    if (total.cents == 0 &&
        std::ranges::none_of(lines, [&](const CartLine& line) { return !why_not_pay(state, line, day_of(context)); }))
        problems.add("", "why.nothing_to_pay");
    else if (total != command.seen_total) problems.add("", "why.price_changed");
    return problems;
}

void perform(State& state, const PayCart& command, const Context& context)
{
    place_order(state, command.cart, lines_of(state, command.cart), context);
    erase_cart(state, command.cart);
}

base::Problems check(const State& state, const RenewTogether& command, const Context& context)
{
    base::Problems problems;
    const auto     today = day_of(context);
    const auto     lines = lines_of(command);
    if (lines.empty() || lines.size() != command.seen_expiries.size()) problems.add("", "why.nothing_to_pay");
    if (lines.size() > most_renewed_together)
        problems.add("", "why.cart_too_long", {std::int64_t{most_renewed_together}});
    std::set<std::string_view> seen;
    for (std::size_t at = 0; at < lines.size() && problems.none(); ++at) {
        const auto& line = lines[at];
        if (!seen.insert(line.service.value).second) problems.add("", "why.twice_in_cart");
        else if (const auto reason = why_not_pay(state, line, today))
            refuse(problems, reason, reason->text == base::TextKey("why.years_out_of_range") ? "years" : "");
        else if (base::to_iso(base::required(state.services.get(line.service)).expires_on) != command.seen_expiries[at])
            problems.add("", "why.renewed_meanwhile");
    }
    if (problems.none() && total_today(state, lines, today) != command.seen_total)
        problems.add("", "why.price_changed");
    return problems;
}

void perform(State& state, const RenewTogether& command, const Context& context)
{
    place_order(state, {}, lines_of(command), context);
}

base::Problems check(const State& state, const CallOffRenewal& command, const Context&)
{
    base::Problems problems;
    const auto     cart = state.carts.get(command.cart);
    if (!cart || !cart->automatic) problems.add("", "why.link_used");
    return problems;
}

void perform(State& state, const CallOffRenewal& command, const Context&)
{
    call_off(state, command.cart);
    erase_cart(state, command.cart);
}

CartId automatic_cart(const ServiceId& service, base::Date expires_on)
{
    return {"auto-" + service.value + "-" + base::to_iso(expires_on)};
}

std::optional<AnnouncedRenewal> announced_renewal(const CartId& cart)
{
    constexpr std::size_t day = std::string_view("-2026-12-31").size();
    const auto&           id  = cart.value;
    if (id.size() <= day) return {};
    const auto expires_on = base::parse_date(std::string_view(id).substr(id.size() - day + 1));
    if (!expires_on) return {};
    AnnouncedRenewal           told{{id.substr(0, id.size() - day)}, *expires_on};
    constexpr std::string_view begins = "auto-";
    if (!told.service.value.starts_with(begins)) return {};
    told.service.value.erase(0, begins.size());
    return automatic_cart(told.service, *expires_on) == cart ? std::optional(told) : std::nullopt;
}

void drop_automatic_cart(State& state, const Service& service)
{
    erase_cart(state, automatic_cart(service.id, service.expires_on));
}

bool is_in_a_cart(const State& state, const Service& service) { return !carts_with(state, service.id).empty(); }

}  // namespace model
