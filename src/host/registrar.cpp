#include "host/registrar.hpp"

#include "host/host.hpp"
#include "model/life.hpp"
#include "model/nameservers.hpp"
#include "model/renewal.hpp"

namespace host {
namespace {

using namespace model;

struct Failure {
    base::TextKey reason;
    std::string   detail;
};
using Outcome = std::optional<Failure>;

// No registry knows a host below this ending, which is reserved for names that do not exist.
bool is_known_to_registries(std::string_view entry) { return !read_nameserver(entry).host.ends_with(".invalid"); }

Outcome change_nameservers(State& state, Service domain, const Operation& operation, base::Date today)
{
    if (life_of(domain, today).phase != Phase::active || is_gone(domain, today))
        return Failure{"operation.not_possible_any_more", {}};

    for (const auto& entry : operation.after) {
        if (is_known_to_registries(entry)) continue;
        domain.condition = Condition::ns_rejected;
        state.services.put(std::move(domain));
        return Failure{"operation.nameserver_unknown", read_nameserver(entry).host};
    }
    domain.nameservers = operation.after;
    if (domain.condition == Condition::ns_rejected) domain.condition = Condition::ok;
    state.services.put(std::move(domain));
    return {};
}

Outcome renew(State& state, Service service, const Operation& operation, base::Date today)
{
    if (is_gone(service, today) || life_of(service, today).phase == Phase::pending_delete)
        return Failure{"operation.not_possible_any_more", {}};

    const bool was_late = days_left(service, today) < 0;
    service.expires_on  = expiry_after(service, operation.years);
    if (was_late && service.condition != Condition::suspended_registry) service.status = Status::active;
    state.services.put(std::move(service));
    return {};
}

Outcome carry_out(State& state, const Operation& operation, base::Date today)
{
    auto service = state.services.get(operation.service);
    if (!service) return Failure{"operation.not_possible_any_more", {}};
    switch (operation.kind) {
    case OperationKind::nameservers: return change_nameservers(state, std::move(*service), operation, today);
    case OperationKind::renewal: return renew(state, std::move(*service), operation, today);
    }
    return {};
}

}  // namespace

base::Instant due_at(OperationState state, base::Instant changed_at)
{
    return base::ms_after(changed_at, state == OperationState::to_do ? begins_after_ms : done_after_ms);
}

Operation advance(State& state, Operation operation)
{
    operation.changed_at = due_at(operation.state, operation.changed_at);
    if (operation.state == OperationState::to_do) {
        operation.state = OperationState::under_way;
    } else if (const auto failure = carry_out(state, operation, base::paris_day(operation.changed_at))) {
        operation.state         = OperationState::error;
        operation.reason        = base::key_name(failure->reason);
        operation.reason_detail = failure->detail;
    } else {
        operation.state = OperationState::done;
    }
    state.operations.put(operation);
    return operation;
}

}  // namespace host
