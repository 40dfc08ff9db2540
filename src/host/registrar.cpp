#include "host/registrar.hpp"

#include "host/billing.hpp"
#include "host/host.hpp"
#include "host/letters.hpp"
#include "model/billing/catalogue.hpp"
#include "model/billing/renewal.hpp"
#include "model/domains/nameservers.hpp"
#include "model/domains/transfer.hpp"
#include "model/services/life.hpp"
#include "model/services/offered_domain.hpp"

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

Outcome set_lock(State& state, Service domain, const Operation& operation)
{
    domain.locked         = operation.after == std::vector{std::string(locked_word)};
    domain.unlocked_until = {};
    state.services.put(domain);
    return {};
}

Outcome set_whois(State& state, Service domain, const Operation& operation)
{
    domain.whois_private = operation.after == std::vector{std::string(hidden_word)};
    state.services.put(domain);
    return {};
}

// The operation keeps the token of the link until it is used.
Outcome write_link(State& state, const Service& service, Operation& operation, base::Date today)
{
    if (!is_active(service, today)) return Failure{"operation.not_possible_any_more", {}};
    const bool password = operation.kind == OperationKind::hosting_password;
    const auto token    = token_of(operation.id.value, operation.changed_at);
    operation.after     = {token};
    Letter letter{state.profile.email,
                  "mail.holder",
                  "mail.holder_body",
                  {shown_name(service)},
                  service.id,
                  "mail.holder_link",
                  (password ? "#/confirm/password/" : "#/confirm/holder/") + operation.id.value + "?token=" + token};
    if (password) {
        letter.subject    = "mail.password";
        letter.body       = "mail.password_body";
        letter.link_words = "mail.password_link";
    }
    send(state, "mail-" + operation.id.value, operation.changed_at, std::move(letter));
    return {};
}

// The names of documentation belong to nobody and to everybody.
bool is_taken(std::string_view name) { return name.starts_with("example.") || name.starts_with("exemple."); }

Outcome bring_offered_domain(State& state, Service hosting, const Operation& operation, base::Date today)
{
    const auto offered = offered_domain_of(operation);
    if (!offered.transfers && is_taken(offered.name)) {
        hosting.offer_right = OfferRight::available;
        state.services.put(hosting);
        return Failure{"operation.name_taken", offered.name};
    }
    const auto& policy = policy_of(offered.name);
    Service     domain;
    domain.id           = {"dom-" + operation.id.value};
    domain.kind         = ServiceKind::domain;
    domain.name         = offered.name;
    domain.display_name = offered.display_name;
    domain.account      = hosting.account;
    domain.created_on   = today;
    domain.expires_on   = base::years_after(today, 1);
    domain.linked_to    = hosting.id;
    domain.nameservers  = {host_nameservers.begin(), host_nameservers.end()};
    if (policy.hold_days > 0) domain.held_until = base::days_after(today, policy.hold_days);
    if (offered.transfers) {
        domain.status     = Status::pending;
        domain.expires_on = today;
        domain.held_until = {};
    }
    state.services.put(domain);

    hosting.offer_right    = OfferRight::consumed;
    hosting.offered_domain = domain.id;
    if (hosting.main_domain.empty()) hosting.main_domain = domain.id;
    state.services.put(hosting);
    if (!offered.transfers) return {};
    Transfer transfer;
    transfer.id         = {"transfer-" + operation.id.value};
    transfer.service    = domain.id;
    transfer.started_at = operation.changed_at;
    enter_step(state, transfer, TransferStep::awaiting_unlock, operation.changed_at);
    return {};
}

Outcome carry_out(State& state, Operation& operation, base::Date today)
{
    auto service = state.services.get(operation.service);
    if (!service) return Failure{"operation.not_possible_any_more", {}};
    switch (operation.kind) {
    case OperationKind::nameservers:      return change_nameservers(state, std::move(*service), operation, today);
    case OperationKind::renewal:          return renew(state, std::move(*service), operation, today);
    case OperationKind::lock:             return set_lock(state, std::move(*service), operation);
    case OperationKind::whois:            return set_whois(state, std::move(*service), operation);
    case OperationKind::hosting_password:
    case OperationKind::holder_email:     return write_link(state, *service, operation, today);
    case OperationKind::offered_domain:   return bring_offered_domain(state, std::move(*service), operation, today);
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
    if (operation.state == OperationState::done) bill(state, operation);
    return operation;
}

}  // namespace host
