#include "model/why.hpp"

#include "base/text.hpp"
#include "model/find.hpp"

#include <algorithm>
#include <set>

namespace model {
Reason why_busy(const State& state, const Service& service)
{
    const auto operation = open_operation(state, service.id);
    if (!operation) return {};
    switch (kind_of(*operation)) {
    case OperationKind::nameservers:      return because("why.nameservers_under_way");
    case OperationKind::renewal:          return because("why.renewal_under_way");
    case OperationKind::lock:
    case OperationKind::whois:
    case OperationKind::hosting_password:
    case OperationKind::offered_domain:
    case OperationKind::holder_email:     return because("why.operation_under_way");
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

Reason why_gone(const Service& service, Day today)
{
    if (service.status == Status::refunded) return because("why.refunded");
    if (!is_gone(service, today)) return {};
    // Gone before its dates say so: somebody ended it.
    const auto phase = life_of(service, today).phase;
    if (phase != Phase::released && phase != Phase::deleted) return because("why.ended");
    return service.kind == ServiceKind::domain ? because("why.released") : because("why.deleted");
}

void refuse(base::Problems& problems, const Reason& reason, std::string_view field)
{
    if (reason) problems.add(field, reason->text, reason->args);
}

void check_services(base::Problems& problems, const State& state, const std::vector<std::string>& ids, std::size_t most,
                    Day today, Reason (*why_not)(const State&, const Service&, Day today))
{
    if (ids.empty()) problems.add("services", "trade.choose_services");
    if (ids.size() > most) problems.add("services", "trade.too_many", {static_cast<std::int64_t>(most)});
    std::set<std::string> seen;
    for (const auto& id : ids) {
        const auto service = state.services.get({id});
        if (!service) problems.add("services", "why.no_such_service");
        else if (!seen.insert(id).second) problems.add("services", "why.twice_in_cart");
        else refuse(problems, why_not(state, *service, today), "services");
    }
}

void check_words(base::Problems& problems, std::string_view field, const std::string& text, std::size_t most,
                 Lines lines)
{
    if (!base::is_valid_utf8(text)) problems.add(field, "why.not_text");
    else if (const auto count = base::characters(base::tidied(text, lines)); count > most)
        problems.add(field, "why.too_many_characters",
                     {static_cast<std::int64_t>(most), static_cast<std::int64_t>(count)});
}

void require_words(base::Problems& problems, std::string_view field, const std::string& text, std::size_t most,
                   Lines lines)
{
    if (base::is_blank(text)) problems.add(field, "why.empty_text");
    else check_words(problems, field, text, most, lines);
}

}  // namespace model
