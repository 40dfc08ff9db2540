#include "model/services/operation_answers.hpp"

#include "base/domain_name.hpp"
#include "base/must.hpp"
#include "model/billing/catalogue.hpp"
#include "model/billing/renewal.hpp"
#include "model/domains/nameservers.hpp"
#include "model/domains/transfer.hpp"
#include "model/services/life.hpp"

#include <utility>

namespace model {
namespace {

// Why the operation cannot be carried out any more: a text key.
using Failure = std::optional<base::TextKey>;

constexpr base::TextKey not_possible = "operation.not_possible_any_more";

struct CarryOut {
    State&           state;
    Service          service;
    const Operation& operation;
    Day              today;

    Failure operator()(const NameserverChange& change)
    {
        if (life_of(service, today).phase != Phase::active || is_gone(service, today)) return not_possible;
        service.nameservers = change.after;
        if (service.condition == Condition::ns_rejected) service.condition = Condition::ok;
        return put();
    }
    Failure operator()(const TermExtension& term)
    {
        if (is_gone(service, today) || life_of(service, today).phase == Phase::pending_delete) return not_possible;
        const bool was_late = is_past_term(service, today);
        service.expires_on  = expiry_after(service, term.years);
        if (was_late && service.condition != Condition::suspended_registry) service.status = Status::active;
        return put();
    }
    Failure operator()(const LockChange& change)
    {
        service.locked         = change.locked;
        service.unlocked_until = {};
        return put();
    }
    Failure operator()(const WhoisChange& change)
    {
        service.whois_private = change.hidden;
        return put();
    }
    // Their only result is a letter with a link, which the host sends.
    Failure operator()(const PasswordLink&) { return is_active(service, today) ? Failure() : not_possible; }
    Failure operator()(const HolderLink&) { return is_active(service, today) ? Failure() : not_possible; }

    Failure operator()(const OfferedRegistration& offered)
    {
        const auto& policy = today.policy_of(offered.name);
        Service     domain;
        domain.id           = {"dom-" + operation.id.value};
        domain.kind         = ServiceKind::domain;
        domain.name         = offered.name;
        domain.display_name = base::display_name_of(offered.name);
        domain.account      = service.account;
        domain.created_on   = today;
        domain.expires_on   = base::years_after(today, 1);
        domain.linked_to    = service.id;
        domain.nameservers  = nameservers_of_host(today.catalogue());
        if (policy.hold_days > 0) domain.held_until = base::days_after(today, policy.hold_days);
        if (offered.transfers) {
            domain.status     = Status::pending;
            domain.expires_on = today;
            domain.held_until = {};
        }
        state.services.put(domain);

        service.offer_right    = OfferRight::consumed;
        service.offered_domain = domain.id;
        if (service.main_domain.empty()) service.main_domain = domain.id;
        put();
        if (!offered.transfers) return {};
        Transfer transfer;
        transfer.id         = {"transfer-" + operation.id.value};
        transfer.service    = domain.id;
        transfer.started_at = operation.changed_at;
        enter_step(state, transfer, TransferStep::awaiting_unlock, operation.changed_at);
        return {};
    }

private:
    Failure put()
    {
        state.services.put(service);
        return {};
    }
};

// Records a failed operation in its service.
void note_failure(State& state, const Operation& operation)
{
    auto service = state.services.get(operation.service);
    if (!service) return;
    if (std::holds_alternative<NameserverChange>(operation.detail)) service->condition = Condition::ns_rejected;
    else if (std::holds_alternative<OfferedRegistration>(operation.detail))
        service->offer_right = OfferRight::available;
    else return;
    state.services.put(*service);
}

}  // namespace

base::Problems check(const State& state, const OperationAnswered& command, const Context&)
{
    base::Problems problems;
    const auto     operation = state.operations.get(command.operation);
    if (!operation || !is_open(*operation)) problems.add("", "why.step_over");
    else if (command.answer == OperationAnswer::taken_on && operation->state != OperationState::to_do)
        problems.add("", "why.step_over");
    return problems;
}

void perform(State& state, const OperationAnswered& command, const Context& context)
{
    auto operation       = base::required(state.operations.get(command.operation));
    operation.changed_at = context.now;
    const auto fails     = [&](std::string_view reason, const std::string& detail) {
        operation.state         = OperationState::error;
        operation.reason        = reason;
        operation.reason_detail = detail;
    };
    switch (command.answer) {
    case OperationAnswer::taken_on: operation.state = OperationState::under_way; break;
    case OperationAnswer::failed:
        fails(command.reason, command.reason_detail);
        note_failure(state, operation);
        break;
    case OperationAnswer::done:
        operation.state    = OperationState::done;
        const auto service = state.services.get(operation.service);
        if (!service) {
            fails(base::key_name(not_possible), {});
            break;
        }
        if (const auto failure = std::visit(CarryOut{state, *service, operation, day_of(context)}, operation.detail))
            fails(base::key_name(*failure), {});
        break;
    }
    state.operations.put(operation);
}

}  // namespace model
