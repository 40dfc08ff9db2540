#include "host/renewals.hpp"

#include "host/letters.hpp"
#include "model/billing/renewal.hpp"
#include "model/services/life.hpp"

#include <array>

namespace host {
namespace {

using namespace model;

constexpr std::array<std::int32_t, 4> charged_before_days{7, 5, 3, 1};

// Of the renewal of a service whose term ends then; one that failed is not repeated by itself.
std::string seed_of(const Service& service)
{
    return "auto-" + service.id.value + "-" + base::to_iso(service.expires_on);
}

void announce(State& state, const Service& service, base::Instant now)
{
    const auto day = base::paris_day(now);
    Cart       cart;
    cart.id        = automatic_cart(service.id, service.expires_on);
    cart.saved_at  = now;
    cart.automatic = true;
    cart.token     = token_of(cart.id.value, now);
    set_lines(cart, {{service.id, 1, renewal_price(state, service, 1, day).total}});
    state.carts.put(cart);

    const auto charged_on = std::max(day, base::days_after(service.expires_on, -charged_before_days.front()));
    send(state, "mail-" + cart.id.value, now,
         {state.profile.email,
          "mail.renewal_soon",
          "mail.renewal_soon_body",
          {shown_name(service), base::to_iso(service.expires_on), base::to_iso(charged_on)},
          service.id,
          "mail.renewal_link",
          "#/confirm/renewal/" + cart.id.value + "?token=" + cart.token});
}

void charge(State& state, const Service& service, Cart cart, base::Instant now)
{
    const auto today = base::paris_day(now);
    const auto name  = shown_name(service);
    if (is_set(state.profile.card_until) && state.profile.card_until < today) {
        ++cart.attempts;
        cart.saved_at   = now;
        const bool last = cart.attempts == static_cast<std::int32_t>(charged_before_days.size());
        state.carts.put(cart);
        const auto again = last ? service.expires_on
                                : base::days_after(service.expires_on,
                                                   -charged_before_days[static_cast<std::size_t>(cart.attempts)]);
        send(state, "mail-" + cart.id.value + "-" + std::to_string(cart.attempts), now,
             {state.profile.email,
              "mail.payment_refused",
              last ? base::TextKey("mail.payment_given_up_body") : base::TextKey("mail.payment_refused_body"),
              {name, base::to_iso(service.expires_on), base::to_iso(again)},
              service.id,
              "mail.see_cart",
              "#/services/pending/" + cart.id.value});
        return;
    }
    const Context context{now, seed_of(service)};
    const Renew   renewal{service.id, service.expires_on, renewal_price(state, service, 1, today).total, 1};
    if (!check(state, renewal, context).none()) return;
    perform(state, renewal, context);
    state.carts.erase(cart.id);
    send(state, "mail-" + cart.id.value + "-paid", now,
         {state.profile.email,
          "mail.renewed",
          "mail.renewed_body",
          {name, base::to_iso(expiry_after(service, 1))},
          service.id,
          "mail.see_service",
          "#/services/active/" + service.id.value});
}

}  // namespace

bool renew_automatically(State& state, const Service& service, base::Instant now)
{
    const auto today = base::paris_day(now);
    const auto left  = days_left(service, today);
    if (!service.auto_renew || is_set(service.ends_on) || left < 0 || left > announces_before_days ||
        !is_active(service, today))
        return false;
    if (state.operations.contains({"op-" + seed_of(service)}) || why_not_renew(state, service, today)) return false;

    bool changed = false;
    if (!state.carts.contains(automatic_cart(service.id, service.expires_on))) {
        announce(state, service, now);
        changed = true;
    }
    const auto cart     = *state.carts.get(automatic_cart(service.id, service.expires_on));
    const auto attempts = static_cast<std::size_t>(cart.attempts);
    if (attempts >= charged_before_days.size() || left > charged_before_days[attempts]) return changed;
    // Once a day at most.
    if (attempts > 0 && base::paris_day(cart.saved_at) == today) return changed;
    charge(state, service, cart, now);
    return true;
}

}  // namespace host
