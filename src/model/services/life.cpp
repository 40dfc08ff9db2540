#include "model/services/life.hpp"

namespace model {

Life domain_life(base::Date expires_on, const TldPolicy& policy, base::Date today)
{
    const struct {
        Phase phase;
        int   days;
    } steps[] = {
        {Phase::active, 0},
        {Phase::grace, policy.grace_days},
        {Phase::redemption, policy.redemption_days},
        {Phase::pending_delete, policy.pending_delete_days},
    };

    auto last_day = expires_on;
    for (const auto& step : steps) {
        last_day = base::days_after(last_day, step.days);
        if (today <= last_day) return {step.phase, last_day};
    }
    return {Phase::released, {}};
}

Life hosting_life(base::Date expires_on, const HostingPlan& plan, base::Date today)
{
    if (today <= expires_on) return {Phase::active, expires_on};
    const auto last_day = base::days_after(expires_on, plan.kept_days);
    if (today <= last_day) return {Phase::suspended, last_day};
    return {Phase::deleted, {}};
}

Life life_of(const Service& service, Day today)
{
    // The common case first, without a lookup of the policy: this runs for each of a million rows.
    if (!is_past_term(service, today)) return {Phase::active, service.expires_on};
    if (service.kind == ServiceKind::hosting) return hosting_life(service.expires_on, today.catalogue().hosting, today);
    return domain_life(service.expires_on, today.policy_of(service.name), today);
}

Status status_on(const Service& service, Day today)
{
    // These statuses do not depend on dates: closed for good by the host, or not served yet.
    if (service.status == Status::refunded || service.status == Status::inactive || service.status == Status::pending)
        return service.status;

    switch (life_of(service, today).phase) {
    case Phase::active:         return service.status;
    case Phase::suspended:      return Status::suspended;
    case Phase::released:
    case Phase::deleted:        return Status::inactive;
    case Phase::grace:
    case Phase::redemption:
    case Phase::pending_delete: break;
    }
    return service.status == Status::suspended ? Status::suspended : Status::expired;
}

Condition condition_on(const Service& service, Day today)
{
    switch (service.condition) {
    case Condition::ok:
    case Condition::expiring:
    case Condition::expired:
    case Condition::grace:
    case Condition::redemption: break;
    default:                    return service.condition;
    }

    switch (life_of(service, today).phase) {
    case Phase::active: {
        const auto left = days_left(service, today);
        return left && *left <= ends_soon_days ? Condition::expiring : Condition::ok;
    }
    case Phase::grace:      return Condition::grace;
    case Phase::redemption: return Condition::redemption;
    default:                return Condition::expired;
    }
}

bool is_gone(const Service& service, Day today)
{
    if (service.status == Status::refunded || service.status == Status::inactive) return true;
    const auto phase = life_of(service, today).phase;
    return phase == Phase::released || phase == Phase::deleted;
}

Colour colour_of(Condition condition)
{
    switch (condition) {
    case Condition::ok:                      return Colour::green;
    case Condition::transfer_code_missing:
    case Condition::transfer_code_invalid:
    case Condition::locked_at_registrar:
    case Condition::validation_pending:
    case Condition::holder_email_unverified:
    case Condition::holder_data_incomplete:
    case Condition::expiring:
    case Condition::outgoing_transfer:
    case Condition::trade_in_progress:       return Colour::orange;
    case Condition::transfer_refused:
    case Condition::ns_rejected:
    case Condition::expired:
    case Condition::grace:
    case Condition::redemption:
    case Condition::suspended_registry:
    case Condition::dispute:                 return Colour::red;
    }
    return Colour::red;
}

bool is_fault(Condition condition)
{
    switch (condition) {
    case Condition::ns_rejected:
    case Condition::suspended_registry:
    case Condition::dispute:
    case Condition::transfer_refused:
    case Condition::transfer_code_missing:
    case Condition::transfer_code_invalid:
    case Condition::locked_at_registrar:
    case Condition::holder_email_unverified:
    case Condition::holder_data_incomplete:  return true;
    default:                                 return false;
    }
}

bool needs_act(const Service& service, Day today)
{
    if (is_gone(service, today)) return false;
    if (is_fault(service.condition)) return true;
    if (service.status == Status::pending || service.auto_renew || is_set(service.ends_on)) return false;
    const auto left = days_left(service, today);
    return left && *left <= ends_soon_days && life_of(service, today).phase != Phase::pending_delete;
}

bool is_transfer(Condition condition)
{
    switch (condition) {
    case Condition::transfer_code_missing:
    case Condition::transfer_code_invalid:
    case Condition::locked_at_registrar:
    case Condition::validation_pending:
    case Condition::outgoing_transfer:     return true;
    default:                               return false;
    }
}

}  // namespace model
