#include "model/services/ending.hpp"

#include "base/must.hpp"
#include "model/billing/cart.hpp"
#include "model/why.hpp"

namespace model {

std::optional<base::Problem> why_not_end(const State& state, const Service& service, Day today)
{
    if (auto reason = why_gone(service, today)) return reason;
    if (!is_mine(service)) return because("why.owner_only", {service.owner.value});
    if (service.status == Status::pending) return because("why.not_delivered");
    if (is_set(service.ends_on)) return because("why.already_ending");
    if (auto reason = why_held(service)) return reason;
    return why_busy(state, service);
}

base::Problems check(const State& state, const EndService& command, const Context& context)
{
    base::Problems problems;
    const auto     service = state.services.get(command.service);
    if (!service) {
        problems.add("", "why.no_such_service");
        return problems;
    }
    refuse(problems, why_not_end(state, *service, day_of(context)));
    if (command.seen_expiry != service->expires_on) problems.add("", "why.renewed_meanwhile");
    if (!command.at_once && !is_set(service->expires_on)) problems.add("when", "why.no_expiry");
    return problems;
}

void perform(State& state, const EndService& command, const Context& context)
{
    auto       service = base::required(state.services.get(command.service));
    const auto today   = day_of(context);
    service.ends_on    = command.at_once || service.expires_on < today ? today : service.expires_on;
    service.auto_renew = false;
    state.services.put(service);
    drop_automatic_cart(state, service);
}

std::optional<base::Problem> why_not_keep(const State&, const Service& service, Day today)
{
    if (auto reason = why_gone(service, today)) return reason;
    if (!is_mine(service)) return because("why.owner_only", {service.owner.value});
    if (!is_set(service.ends_on)) return because("why.not_ending");
    return {};
}

base::Problems check(const State& state, const KeepService& command, const Context& context)
{
    return check_service(state, command.service, day_of(context), why_not_keep);
}

void perform(State& state, const KeepService& command, const Context&)
{
    auto service    = base::required(state.services.get(command.service));
    service.ends_on = {};
    state.services.put(service);
}

}  // namespace model
