#include "model/services/switches.hpp"

#include "base/must.hpp"
#include "model/why.hpp"

namespace model {
namespace {

// For commands that only the owner may give, on an active domain.
Reason why_not_touch(const State& state, const Service& service, Day today)
{
    if (service.kind != ServiceKind::domain) return because("why.not_a_domain");
    if (auto reason = why_gone(service, today)) return reason;
    if (!is_mine(service)) return because("why.owner_only", {service.owner.value});
    if (service.status == Status::pending) return because("why.not_delivered");
    if (!is_active(service, today)) return because("why.expired");
    if (auto reason = why_held(service)) return reason;
    return why_busy(state, service);
}

}  // namespace

std::optional<base::Problem> why_not_set_lock(const State& state, const Service& service, Day today)
{
    return why_not_touch(state, service, today);
}

base::Problems check(const State& state, const SetLock& command, const Context& context)
{
    auto problems = check_service(state, command.service, day_of(context), why_not_set_lock);
    if (const auto service = state.services.get(command.service); service && service->locked == command.on)
        problems.add("", command.on ? base::TextKey("why.already_locked") : base::TextKey("why.already_unlocked"));
    return problems;
}

void perform(State& state, const SetLock& command, const Context& context)
{
    state.operations.put(asked_operation(LockChange{command.on}, command.service, context));
}

std::optional<base::Problem> why_not_set_whois(const State& state, const Service& service, Day today)
{
    return why_not_touch(state, service, today);
}

base::Problems check(const State& state, const SetWhoisPrivacy& command, const Context& context)
{
    auto problems = check_service(state, command.service, day_of(context), why_not_set_whois);
    if (const auto service = state.services.get(command.service); service && service->whois_private == command.on)
        problems.add("", command.on ? base::TextKey("why.already_hidden") : base::TextKey("why.already_public"));
    return problems;
}

void perform(State& state, const SetWhoisPrivacy& command, const Context& context)
{
    state.operations.put(asked_operation(WhoisChange{command.on}, command.service, context));
}

std::optional<base::Problem> why_not_reset_password(const State& state, const Service& service, Day today)
{
    if (service.kind != ServiceKind::hosting) return because("why.hosting_only");
    if (auto reason = why_gone(service, today)) return reason;
    if (status_on(service, today) == Status::suspended) return because("why.hosting_suspended");
    if (!is_active(service, today)) return because("why.not_delivered");
    return why_busy(state, service);
}

base::Problems check(const State& state, const ResetHostingPassword& command, const Context& context)
{
    return check_service(state, command.service, day_of(context), why_not_reset_password);
}

void perform(State& state, const ResetHostingPassword& command, const Context& context)
{
    state.operations.put(asked_operation(PasswordLink(), command.service, context));
}

std::optional<base::Problem> why_not_verify_holder(const State& state, const Service& service, Day today)
{
    if (auto reason = why_not_touch(state, service, today)) return reason;
    if (service.condition != Condition::holder_email_unverified) return because("why.holder_verified");
    return {};
}

base::Problems check(const State& state, const VerifyHolder& command, const Context& context)
{
    return check_service(state, command.service, day_of(context), why_not_verify_holder);
}

void perform(State& state, const VerifyHolder& command, const Context& context)
{
    state.operations.put(asked_operation(HolderLink(), command.service, context));
}

base::Problems check(const State& state, const UseLink& command, const Context& context)
{
    base::Problems problems;
    const auto     operation = state.operations.get(command.operation);
    const bool     good      = operation && operation->state == OperationState::done && has_unused_link(*operation) &&
                               context.now < base::ms_after(operation->changed_at, link_ms);
    if (!good) problems.add("", "why.link_used");
    return problems;
}

void perform(State& state, const UseLink& command, const Context&)
{
    auto operation = base::required(state.operations.get(command.operation));
    if (auto* password = std::get_if<PasswordLink>(&operation.detail)) password->used = true;
    if (auto* holder = std::get_if<HolderLink>(&operation.detail)) holder->used = true;
    state.operations.put(operation);
    auto service = state.services.get(operation.service);
    if (!service || service->condition != Condition::holder_email_unverified ||
        kind_of(operation) != OperationKind::holder_email)
        return;
    service->condition = Condition::ok;
    state.services.put(*service);
}

std::optional<base::Problem> why_not_get_transfer_code(const State& state, const Service& service, Day today)
{
    if (auto reason = why_not_touch(state, service, today)) return reason;
    const auto& policy = today.policy_of(service.name);
    if (!policy.gives_code) return because("why.no_code", {"." + std::string(policy.tld)});
    if (is_set(service.held_until) && today <= service.held_until)
        return base::Problem{{}, "why.held_until", {service.held_until}};
    return {};
}

base::Problems check(const State& state, const UnlockForTransfer& command, const Context& context)
{
    return check_service(state, command.service, day_of(context), why_not_get_transfer_code);
}

void perform(State& state, const UnlockForTransfer& command, const Context& context)
{
    auto service           = base::required(state.services.get(command.service));
    service.locked         = false;
    service.unlocked_until = base::days_after(day_of(context), unlocked_days);
    state.services.put(service);
}

}  // namespace model
