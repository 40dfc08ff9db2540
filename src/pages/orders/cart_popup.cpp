#include "pages/orders/cart_popup.hpp"

#include "base/text.hpp"
#include "pages/kit/command_popup.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/ui.hpp"

namespace pages {
namespace {

namespace icons = ui::icons;

// One line: term, price, and what has changed since it was saved. False if the customer removes it.
bool draw_line(ui::Form& form, CartPopup& popup, model::CartLine& line, const Screen& screen)
{
    const auto& state   = screen.store.state();
    const auto  service = state.services.get(line.service);
    ui::IdScope id(line.service.value);
    form.section(service ? model::shown_name(*service) : line.service.value);
    if (!service) {
        form.notice(ui::Tone::warning, "why.no_such_service");
        return !form.fill_in("cart.take_out", icons::trash_2);
    }
    const auto most = std::max(1, model::max_years(*service, screen.today));
    if (form.number("years." + line.service.value, "renew.years", line.years,
                    {.min = 1, .max = most, .unit = ui::say("renew.year_unit", {std::to_string(line.years)})})) {
        popup.edited = true;
        line.seen    = model::price_today(state, line, screen.today).value_or(line.seen);
    }
    const auto price = model::price_today(state, line, screen.today).value_or(base::Money{});
    form.line("cart.line", ui::money(price));
    if (price != line.seen) form.notice(ui::Tone::info, ui::say("cart.was", {ui::money(line.seen)}));
    if (const auto reason = model::why_not_pay(state, line, screen.today))
        form.notice(ui::Tone::warning, ui::say(*reason));
    return !form.fill_in("cart.take_out", icons::trash_2);
}

void draw_cart(CartPopup& popup, const model::Cart& cart, Screen& screen)
{
    const auto& state = screen.store.state();
    const auto  total = model::total_today(state, popup.lines, screen.today);

    // An edited cart must be saved before it can be paid.
    const model::PayCart pay{cart.id, total};
    auto     problems = popup.edited ? model::check(state, model::save_of(cart.id, popup.lines), screen.store.context())
                                     : model::check(state, pay, screen.store.context());
    ui::Form form(popup, "cart.title", std::move(problems),
                  {.hint = ui::say("cart.gone_on", {ui::short_date(base::days_after(base::paris_day(cart.saved_at),
                                                                                    model::cart_days))}),
                   .icon = icons::shopping_cart});
    if (!form) return;
    if (cart.attempts > 0) form.notice(ui::Tone::danger, "cart.card_refused");
    std::erase_if(popup.lines, [&](model::CartLine& line) {
        const bool stays = draw_line(form, popup, line, screen);
        if (!stays) popup.edited = true;
        return !stays;
    });
    form.total("renew.total", ui::money(total), "renew.simulated");
    if (popup.edited) {
        if (form.accepted("cart.save", ui::Kind::primary, why_not_now(screen, model::save_of(cart.id, popup.lines)))) {
            popup.edited = false;
            send(screen, model::save_of(cart.id, popup.lines), ui::say("cart.is_saved"));
        }
        return;
    }
    if (form.accepted("cart.pay", ui::Kind::primary, why_not_now(screen, pay)))
        send(screen, pay, ui::say("cart.paid", {ui::money(total)}), "#/services/pending");
}

void draw_order(CartPopup& popup, const model::State& state, const model::PurchaseOrder& order)
{
    ui::DialogScope dialog(popup, "order.title", {.icon = icons::package});
    if (!dialog) return;
    const ui::Fact facts[] = {{.label = "order.what", .value = model::names_of(state, order.id)},
                              {.label = "order.placed", .value = ui::date_time(order.placed_at)},
                              {.label = "renew.total", .value = ui::money(order.total)}};
    ui::facts(facts, "order.title");
    std::vector<ui::Step> steps;
    for (const auto name : base::names_of<model::OrderStep>) {
        const auto step = *base::find_enum<model::OrderStep>(name);
        const bool last = order.step == model::OrderStep::delivered;
        steps.push_back({.words = ui::say(word(step)),
                         .hint  = step == order.step ? ui::date_time(order.changed_at) : std::string(),
                         .state = step < order.step || last ? ui::StepState::done
                                  : step == order.step      ? ui::StepState::current
                                                            : ui::StepState::to_do});
    }
    ui::steps("order.steps", steps);
    dialog.footer();
    if (ui::button("common.close", {.kind = ui::Kind::primary})) dialog.close();
}

// The cart was paid or deleted in another tab or on another device, or it is an old address. One that names nothing opens
// nothing.
void draw_gone(CartPopup& popup, Screen& screen, bool fresh)
{
    const auto& state = screen.store.state();
    if (!popup.became) {
        popup.became.emplace();
        for (const auto& order : state.orders)
            if (order.cart.value == popup.item) popup.became = order.id;
        if (fresh && popup.became->value.empty()) {
            popup.open = false;
            return;
        }
    }
    const auto      order = state.orders.get(*popup.became);
    ui::DialogScope dialog(popup, order ? base::TextKey("cart.is_ordered") : base::TextKey("cart.is_gone"),
                           {.icon = icons::shopping_cart});
    if (!dialog) return;
    if (!order) {
        ui::text("cart.gone_words");
        dialog.footer();
        if (ui::button("common.close", {.kind = ui::Kind::primary})) dialog.close();
        return;
    }
    ui::text(ui::say("cart.ordered_words", {model::names_of(state, order->id), ui::date_time(order->placed_at)}));
    if (dialog.buttons("cart.see_order")) {
        auto there = screen.route;
        there.item = order->id.value;
        screen.replace(std::move(there));
    }
}

}  // namespace

void draw(CartPopup& popup, Screen& screen)
{
    const auto& state = screen.store.state();
    if (!is_pending_item(state, screen.route)) {
        popup.item.clear();
        popup.open = false;
        return;
    }
    const auto there = follow_address(popup, screen);
    if (!there.open) return;
    const auto cart  = state.carts.get({popup.item});
    const auto order = state.orders.get({popup.item});
    if (cart && there.fresh) {
        popup.lines  = model::lines_of(state, cart->id);
        popup.edited = false;
    }
    if (cart || there.fresh) popup.became.reset();
    if (cart) draw_cart(popup, *cart, screen);
    else if (order) draw_order(popup, state, *order);
    else draw_gone(popup, screen, there.fresh);
}

}  // namespace pages
