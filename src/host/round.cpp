#include "host/round.hpp"

#include "host/deadlines.hpp"
#include "host/letters.hpp"
#include "model/billing/payment.hpp"
#include "model/columns.hpp"
#include "model/services/life.hpp"

#include <algorithm>

namespace host {
namespace {

using namespace model;

std::int64_t morning(base::Date day) { return base::paris_midnight(day).ms; }

// The columns needed to tell when a service is due; few, as they are read for a million rows.
std::uint64_t due_columns()
{
    static const auto columns = [] {
        std::uint64_t bits = 0;
        for (const auto* key :
             {"id", "kind", "name", "status", "expires_on", "auto_renew", "ends_on", "unlocked_until"})
            bits |= std::uint64_t{1} << column_of<Service>(key);
        return bits;
    }();
    return columns;
}

// The first day on which the service is released or deleted.
base::Date final_day(const Service& service, const Catalogue& catalogue)
{
    if (service.kind == ServiceKind::hosting)
        return base::days_after(service.expires_on, catalogue.hosting.kept_days + 1);
    const auto& policy = catalogue.policy_of(service.name);
    return base::days_after(service.expires_on,
                            policy.grace_days + policy.redemption_days + policy.pending_delete_days + 1);
}

// A service itself waits only for its announcement; afterwards its automatic cart has its own due dates.
bool may_be_announced(const State& state, const Service& service)
{
    return service.auto_renew && !is_set(service.ends_on) &&
           !state.carts.contains(automatic_cart(service.id, service.expires_on)) &&
           !state.operations.contains(automatic_renewal(service.id, service.expires_on));
}

// Only about recent changes; older ones are just shown on the pages.
void tell_of(const State& state, const Service& service, const Context& context, Done& done)
{
    const auto today   = day_of(context);
    const bool hosting = service.kind == ServiceKind::hosting;
    SendLetter letter{.name    = "mail-" + service.id.value + "-" + base::to_iso(today),
                      .at      = context.now,
                      .to      = profile_of(state).email,
                      .subject = {},
                      .body    = {},
                      .args    = {shown_name(service), service.expires_on},
                      .service = service.id};
    if (is_set(service.ends_on)) {
        letter.subject = "mail.ended";
        letter.body    = "mail.ended_body";
    } else if (days_left(service, today) == std::int32_t{-1}) {
        letter.subject = "mail.expired";
        letter.body = hosting ? base::TextKey("mail.expired_hosting_body") : base::TextKey("mail.expired_domain_body");
        letter.link_words = "mail.see_service";
        letter.link       = "#/services/expired/" + service.id.value;
    } else if (const auto life = life_of(service, {base::days_after(today, -1), today.catalogue()});
               service.status == Status::inactive && life.phase != Phase::released && life.phase != Phase::deleted) {
        letter.subject = hosting ? base::TextKey("mail.deleted") : base::TextKey("mail.released");
        letter.body    = hosting ? base::TextKey("mail.deleted_body") : base::TextKey("mail.released_body");
    } else return;
    send(done.effects, std::move(letter));
}

void announce(State& state, const Service& service, const Context& context, Done& done)
{
    const auto today = day_of(context);
    Cart       cart;
    cart.id        = automatic_cart(service.id, service.expires_on);
    cart.saved_at  = context.now;
    cart.automatic = true;
    CartLine line;
    line.service = service.id;
    line.seen    = renewal_price(state, service, 1, today).total();
    put_cart(state, cart, {line});
    done.changed = true;

    const auto charged_on = std::max(today.date(), base::days_after(service.expires_on, -charged_before_days.front()));
    send(done.effects, {.name       = "mail-" + cart.id.value,
                        .at         = context.now,
                        .to         = profile_of(state).email,
                        .subject    = "mail.renewal_soon",
                        .body       = "mail.renewal_soon_body",
                        .args       = {shown_name(service), service.expires_on, charged_on},
                        .service    = service.id,
                        .link_words = "mail.renewal_link",
                        .link       = "#/confirm/renewal/" + cart.id.value});
}

// The service that an automatic cart would renew, if it still can.
std::optional<Service> to_renew(const State& state, const Cart& cart)
{
    if (!cart.automatic || cart.charging) return {};
    const auto lines = lines_of(state, cart.id);
    if (lines.empty()) return {};
    auto service = state.services.get(lines.front().service);
    if (!service || !service->auto_renew || cart.id != automatic_cart(service->id, service->expires_on)) return {};
    return service;
}

// The day of the next attempt; not set: none.
base::Date charge_day(const Service& service, const Cart& cart)
{
    const auto attempts = static_cast<std::size_t>(std::max(cart.attempts, 0));
    if (attempts >= charged_before_days.size()) return {};
    const auto day = base::days_after(service.expires_on, -charged_before_days[attempts]);
    // At most one attempt a day.
    return attempts == 0 ? day : std::max(day, base::days_after(base::paris_day(cart.saved_at), 1));
}

}  // namespace

std::optional<std::int64_t> service_due(const State& state, std::uint32_t row, Day from)
{
    Service service;
    state.services.read(row, due_columns(), service);
    if (service.status == Status::inactive || service.status == Status::refunded || service.status == Status::pending)
        return {};
    std::optional<base::Date> next;
    const auto                on = [&](base::Date day) {
        if (!next || day < *next) next = std::max(day, from.date());
    };
    if (is_set(service.ends_on)) on(base::days_after(service.ends_on, 1));
    if (is_set(service.unlocked_until)) on(base::days_after(service.unlocked_until, 1));
    if (is_past_term(service, from)) {
        if (status_on(service, from) != service.status) on(from);
        else on(final_day(service, from.catalogue()));
    } else if (is_set(service.expires_on)) {
        on(base::days_after(service.expires_on, 1));
        if (service.auto_renew && may_be_announced(state, service))
            on(base::days_after(service.expires_on, -announces_before_days));
    }
    if (shows_something_new(state, service.id)) on(from);
    if (!next) return {};
    return morning(*next);
}

void look_after_service(State& state, Service service, const Context& context, int& letters, Done& done)
{
    const auto today = day_of(context);
    const auto left  = days_left(service, today);
    if (left && *left >= 0 && *left <= announces_before_days && may_be_announced(state, service) &&
        is_active(service, today) && !why_not_renew(state, service, today))
        announce(state, service, context, done);

    const auto before = service;
    if (is_set(service.ends_on) && service.ends_on < today) service.status = Status::inactive;
    else service.status = status_on(service, today);
    if (is_set(service.unlocked_until) && service.unlocked_until < today) {
        service.unlocked_until = {};
        service.locked         = true;
    }
    if (service.status == Status::inactive && service.offer_right == OfferRight::available)
        service.offer_right = OfferRight::forfeited;
    if (service != before) {
        state.services.put(service);
        done.changed = true;
    }
    if (shows_something_new(state, service.id)) {
        show_again(state, service.id);
        done.changed = true;
    }
    if (service.status != before.status && letters > 0) {
        --letters;
        tell_of(state, service, context, done);
    }
}

std::optional<std::int64_t> cart_due(const State& state, std::uint32_t row)
{
    const auto cart = state.carts.row(row);
    auto       next = base::days_after(base::paris_day(cart.saved_at), cart_days + 1);
    if (const auto service = to_renew(state, cart))
        if (const auto day = charge_day(*service, cart); is_set(day)) next = std::min(next, day);
    return morning(next);
}

void look_after_cart(State& state, const Cart& cart, const Context& context, Done& done)
{
    const auto today = day_of(context);
    if (base::days_between(base::paris_day(cart.saved_at), today) > cart_days) {
        erase_cart(state, cart.id);
        done.changed = true;
        return;
    }
    const auto service = to_renew(state, cart);
    if (!service) return;
    const auto day = charge_day(*service, cart);
    if (!is_set(day) || today < day || is_past_term(*service, today) || !is_active(*service, today) ||
        why_not_renew(state, *service, today))
        return;
    auto charged     = cart;
    charged.charging = true;
    charged.saved_at = context.now;
    state.carts.put(charged);
    done.changed = true;
    done.effects.push_back(ChargeCard{cart.id, cart.attempts + 1, renewal_price(state, *service, 1, today).total()});
}

}  // namespace host
