#include "model/billing/renewal.hpp"

#include "base/must.hpp"
#include "model/billing/cart.hpp"
#include "model/why.hpp"

#include <algorithm>

namespace model {
namespace {

bool in_redemption(const Service& service, Day today)
{
    return service.kind == ServiceKind::domain && life_of(service, today).phase == Phase::redemption;
}

int most_years_at_once(const Service& service, const Catalogue& catalogue)
{
    return service.kind == ServiceKind::hosting ? catalogue.hosting.max_years
                                                : catalogue.policy_of(service.name).max_years;
}

// At most one year is free at a time: only while the domain expires no later than its hosting account.
bool next_year_is_free(const State& state, const Service& service)
{
    if (!is_offered(state, service)) return false;
    const auto hosting = state.services.get(service.linked_to);
    return hosting && service.expires_on <= hosting->expires_on;
}

}  // namespace

bool is_offered(const State& state, const Service& service)
{
    if (service.kind != ServiceKind::domain || service.linked_to.empty()) return false;
    const auto hosting = state.services.get(service.linked_to);
    return hosting && hosting->offered_domain == service.id;
}

int max_years(const Service& service, Day today)
{
    const int most             = today.catalogue().years_ahead;
    int       whole_years_left = 0;
    while (whole_years_left < most && base::years_after(today, whole_years_left + 1) <= service.expires_on)
        ++whole_years_left;
    return std::min(most_years_at_once(service, today.catalogue()), most - whole_years_left);
}

Charge renewal_price(const State& state, const Service& service, int years, Day today)
{
    if (service.kind == ServiceKind::hosting)
        return today.charge_of(today.amount(today.catalogue().hosting.year) * years);

    const auto& policy = today.policy_of(service.name);
    const int   free   = next_year_is_free(state, service) ? 1 : 0;
    const auto  fee    = in_redemption(service, today) ? today.amount(policy.restore) : 0;
    return today.charge_of(today.amount(policy.year) * (years - free) + fee);
}

std::optional<base::Problem> why_not_renew(const State& state, const Service& service, Day today)
{
    if (auto reason = why_gone(service, today)) return reason;
    if (service.status == Status::pending) return because("why.not_delivered");
    if (is_set(service.ends_on)) return because("why.ending");
    if (!is_set(service.expires_on)) return because("why.no_expiry");
    if (life_of(service, today).phase == Phase::pending_delete) return because("why.past_redemption");
    if (auto reason = why_busy(state, service)) return reason;
    if (is_transfer(service.condition)) return because("why.transfer_under_way");
    if (service.condition == Condition::transfer_refused) return because("why.transfer_refused");
    if (service.condition == Condition::trade_in_progress) return because("why.trade_under_way");
    if (max_years(service, today) < 1) return because("why.paid_far_ahead", {today.catalogue().years_ahead});
    return {};
}

base::Problems check(const State& state, const Renew& command, const Context& context)
{
    base::Problems problems;
    const auto     service = state.services.get(command.service);
    if (!service) {
        problems.add("", "why.no_such_service");
        return problems;
    }
    const auto day = day_of(context);

    refuse(problems, why_not_renew(state, *service, day));
    if (command.seen_expiry != service->expires_on) problems.add("", "why.renewed_meanwhile");

    const int most = max_years(*service, day);
    if (command.years < 1 || command.years > std::max(most, 1)) problems.add("years", "why.years_out_of_range", {most});
    else if (command.seen_price != renewal_price(state, *service, command.years, day).total())
        problems.add("", "why.price_changed");
    return problems;
}

void perform(State& state, const Renew& command, const Context& context)
{
    const auto service = base::required(state.services.get(command.service));
    state.operations.put(renewal_of(state, service, command.years, context));
}

Operation renewal_of(const State& state, const Service& service, int years, const Context& context)
{
    const auto    today = day_of(context);
    TermExtension term;
    term.before   = service.expires_on;
    term.after    = expiry_after(service, years);
    term.years    = years;
    term.restores = in_redemption(service, today);
    term.charge   = renewal_price(state, service, years, today);
    return asked_operation(std::move(term), service.id, context);
}

std::optional<base::Problem> why_not_set_auto_renew(const State&, const Service& service, Day today)
{
    if (auto reason = why_gone(service, today)) return reason;
    // Only the owner, because it spends money each year; contacts can only pay single renewals.
    if (!is_mine(service)) return because("why.owner_only", {service.owner.value});
    if (service.status == Status::pending) return because("why.not_delivered");
    if (is_set(service.ends_on)) return because("why.ending");
    if (!is_set(service.expires_on)) return because("why.no_expiry");
    if (life_of(service, today).phase == Phase::pending_delete) return because("why.past_redemption");
    return {};
}

base::Problems check(const State& state, const SetAutoRenew& command, const Context& context)
{
    return check_service(state, command.service, day_of(context), why_not_set_auto_renew);
}

void perform(State& state, const SetAutoRenew& command, const Context&)
{
    auto service       = base::required(state.services.get(command.service));
    service.auto_renew = command.on;
    state.services.put(service);
    if (!command.on) drop_automatic_cart(state, service);
}

}  // namespace model
