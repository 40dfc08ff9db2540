#include "model/why.hpp"

namespace model {

Reason why_busy(const State& state, const Service& service)
{
    const auto operation = open_operation(state, service.id);
    if (!operation) return {};
    switch (operation->kind) {
    case OperationKind::nameservers: return because("why.nameservers_under_way");
    case OperationKind::renewal:     return because("why.renewal_under_way");
    }
    return {};
}

Reason why_held(const Service& service)
{
    if (is_transfer(service.condition)) return because("why.transfer_under_way");
    switch (service.condition) {
    case Condition::transfer_refused:   return because("why.transfer_refused");
    case Condition::trade_in_progress:  return because("why.trade_under_way");
    case Condition::suspended_registry: return because("why.suspended_by_registry");
    case Condition::dispute:            return because("why.dispute");
    default:                            return {};
    }
}

Reason why_gone(const Service& service, base::Date today)
{
    if (service.status == Status::refunded) return because("why.refunded");
    if (!is_gone(service, today)) return {};
    return service.kind == Kind::domain ? because("why.released") : because("why.deleted");
}

void refuse(base::Problems& problems, const Reason& reason, std::string_view field)
{
    if (reason) problems.add(field, reason->text, reason->args);
}

}  // namespace model
