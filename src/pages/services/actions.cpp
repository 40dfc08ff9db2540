#include "pages/services/actions.hpp"

#include "model/command.hpp"
#include "model/services/life.hpp"

namespace pages {

Act renewal_of(const model::Service& service, base::Date today)
{
    switch (model::life_of(service, today).phase) {
    case model::Phase::redemption:
    case model::Phase::pending_delete:
    case model::Phase::released:       return Act::restore;
    case model::Phase::grace:
    case model::Phase::suspended:
    case model::Phase::deleted:        return Act::reactivate;
    case model::Phase::active:         break;
    }
    return model::is_active(service, today) ? Act::renew : Act::reactivate;
}

bool fits(Act act, const model::Service& service, base::Date today)
{
    switch (act) {
    case Act::renew:
    case Act::reactivate:
    case Act::restore:       return renewal_of(service, today) == act;
    case Act::lock:          return !service.locked;
    case Act::unlock:        return service.locked;
    case Act::hide_whois:    return !service.whois_private;
    case Act::show_whois:    return service.whois_private;
    case Act::end:           return !is_set(service.ends_on);
    case Act::keep:          return is_set(service.ends_on);
    case Act::verify_holder: return service.condition == model::Condition::holder_email_unverified;
    default:                 return true;
    }
}

bool concerns(Act act, model::ServiceKind kind)
{
    switch (act) {
    case Act::nameservers:
    case Act::transfer_code:
    case Act::follow_transfer:
    case Act::associate:
    case Act::dissociate:
    case Act::lock:
    case Act::unlock:
    case Act::hide_whois:
    case Act::show_whois:
    case Act::verify_holder:   return kind == model::ServiceKind::domain;
    case Act::password:
    case Act::offered_domain:  return kind == model::ServiceKind::hosting;
    default:                   return true;
    }
}

std::optional<base::Problem> why_not(Act act, const model::State& state, const model::Service& service,
                                     base::Date today)
{
    switch (act) {
    case Act::nameservers:     return model::why_not_change_nameservers(state, service, today);
    case Act::renew:
    case Act::reactivate:
    case Act::restore:         return model::why_not_renew(state, service, today);
    case Act::auto_renew:      return model::why_not_set_auto_renew(state, service, today);
    case Act::associate:       return model::why_not_associate(state, service, today);
    case Act::dissociate:      return model::why_not_dissociate(state, service, today);
    case Act::transfer_code:   return model::why_not_get_transfer_code(state, service, today);
    case Act::password:        return model::why_not_reset_password(state, service, today);
    case Act::follow_transfer: return model::why_not_follow_transfer(state, service);
    case Act::offered_domain:  return model::why_not_choose_domain(state, service, today);
    case Act::lock:
    case Act::unlock:          return model::why_not_set_lock(state, service, today);
    case Act::hide_whois:
    case Act::show_whois:      return model::why_not_set_whois(state, service, today);
    case Act::verify_holder:   return model::why_not_verify_holder(state, service, today);
    case Act::trade:           return model::why_not_trade(state, service, today);
    case Act::end:             return model::why_not_end(state, service, today);
    case Act::keep:            return model::why_not_keep(state, service, today);
    case Act::invoice:
        if (model::latest_invoice(state, service.id)) return {};
        return base::Problem{{}, "why.no_invoice", {}};
    case Act::details:
    case Act::describe:
    case Act::contact:  return {};
    }
    return {};
}

}  // namespace pages
