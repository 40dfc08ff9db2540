#include "model/domains/transfer.hpp"

#include "base/must.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "base/written.hpp"
#include "model/find.hpp"
#include "model/why.hpp"

#include <algorithm>

namespace model {
namespace {

constexpr int days_to_act      = 14;  // for the customer
constexpr int days_to_validate = 5;   // for the holder, and for the other registrar

// The customer can still cancel in these steps; in others the registries have the transfer.
bool can_be_cancelled(TransferStep step)
{
    return step <= TransferStep::code_invalid || step == TransferStep::awaiting_validation;
}

base::Problems check_step(const State& state, const ServiceId& service, std::initializer_list<TransferStep> steps)
{
    base::Problems problems;
    const auto     transfer = open_transfer(state, service);
    if (!state.services.contains(service)) problems.add("", "why.no_such_service");
    else if (!transfer) problems.add("", "why.no_transfer");
    else if (std::find(steps.begin(), steps.end(), transfer->step) == steps.end()) problems.add("", "why.step_over");
    return problems;
}

base::Date last_day(TransferStep step, base::Date today)
{
    switch (actor_of(step)) {
    case TransferParty::customer:
        return base::days_after(today, step == TransferStep::awaiting_validation ? days_to_validate : days_to_act);
    case TransferParty::other_registrar: return base::days_after(today, days_to_validate);
    case TransferParty::nobody:
    case TransferParty::host:
    case TransferParty::registry:        break;
    }
    return {};
}

}  // namespace

TransferParty actor_of(TransferStep step)
{
    switch (step) {
    case TransferStep::awaiting_payment:
    case TransferStep::awaiting_unlock:
    case TransferStep::awaiting_code:
    case TransferStep::code_invalid:
    case TransferStep::awaiting_validation:       return TransferParty::customer;
    case TransferStep::code_checking:             return TransferParty::host;
    case TransferStep::submitted:                 return TransferParty::registry;
    case TransferStep::awaiting_losing_registrar: return TransferParty::other_registrar;
    case TransferStep::completed:
    case TransferStep::refused:
    case TransferStep::cancelled:                 break;
    }
    return TransferParty::nobody;
}

Condition condition_of(TransferStep step)
{
    switch (step) {
    case TransferStep::awaiting_unlock:           return Condition::locked_at_registrar;
    case TransferStep::awaiting_payment:
    case TransferStep::awaiting_code:
    case TransferStep::code_checking:             return Condition::transfer_code_missing;
    case TransferStep::code_invalid:              return Condition::transfer_code_invalid;
    case TransferStep::submitted:
    case TransferStep::awaiting_validation:
    case TransferStep::awaiting_losing_registrar: return Condition::validation_pending;
    case TransferStep::completed:                 return Condition::ok;
    case TransferStep::refused:
    case TransferStep::cancelled:                 break;
    }
    return Condition::transfer_refused;
}

bool is_open(TransferStep step) { return step < TransferStep::completed; }

std::optional<Transfer> last_transfer(const State& state, const ServiceId& service)
{
    auto all = transfers_of(state, service);
    return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

std::optional<Transfer> open_transfer(const State& state, const ServiceId& service)
{
    auto last = last_transfer(state, service);
    if (last && !is_open(last->step)) last.reset();
    return last;
}

void enter_step(State& state, Transfer transfer, TransferStep step, base::Instant now)
{
    transfer.step       = step;
    transfer.changed_at = now;
    transfer.until      = last_day(step, base::paris_day(now));
    if (auto service = state.services.get(transfer.service)) {
        service->condition = condition_of(step);
        if (step == TransferStep::completed) service->status = Status::active;
        if (step == TransferStep::refused || step == TransferStep::cancelled) service->status = Status::inactive;
        state.services.put(*service);
    }
    state.transfers.put(transfer);
}

Charge transfer_price(const Service& service, Day today)
{
    return today.charge_of(today.amount(today.policy_of(service.name).year));
}

// --- commands of the customer --------------------------------------------------------

base::Problems check(const State& state, const PayTransfer& command, const Context& context)
{
    auto problems = check_step(state, command.service, {TransferStep::awaiting_payment});
    if (problems.none() &&
        transfer_price(base::required(state.services.get(command.service)), day_of(context)).total() !=
            command.seen_price)
        problems.add("", "why.price_changed");
    return problems;
}

void perform(State& state, const PayTransfer& command, const Context& context)
{
    auto transfer   = base::required(open_transfer(state, command.service));
    transfer.charge = transfer_price(base::required(state.services.get(command.service)), day_of(context));
    enter_step(state, transfer, transfer.unlocked ? TransferStep::awaiting_code : TransferStep::awaiting_unlock,
               context.now);
}

base::Problems check(const State& state, const RetryTransfer& command, const Context&)
{
    return check_step(state, command.service, {TransferStep::awaiting_unlock});
}

void perform(State& state, const RetryTransfer& command, const Context& context)
{
    auto transfer     = base::required(open_transfer(state, command.service));
    transfer.unlocked = true;
    enter_step(state, transfer, TransferStep::awaiting_code, context.now);
}

std::optional<base::Problem> why_not_give_code(const State& state, const Service& service)
{
    const auto problems = check_step(state, service.id, {TransferStep::awaiting_code, TransferStep::code_invalid});
    return problems.none() ? std::nullopt : std::optional(problems.list.front());
}

std::optional<base::Problem> fault_of_transfer_code(std::string_view code)
{
    constexpr std::size_t shortest = 6, longest = 64;
    if (base::is_blank(code)) return because("why.code_missing");
    for (std::string_view rest = code; !rest.empty();) {
        const auto sign = base::take_sign(rest);
        if (base::is_space(sign.point)) return because("transfer.code_has_blank");
        if (sign.point < '!' || sign.point > '~') return because("transfer.code_bad_sign", {std::string(sign.bytes)});
    }
    const auto count = static_cast<std::int64_t>(code.size());
    if (code.size() < shortest) return because("transfer.code_too_short", {count, static_cast<std::int64_t>(shortest)});
    if (code.size() > longest) return because("transfer.code_too_long", {count, static_cast<std::int64_t>(longest)});
    return {};
}

base::Problems check(const State& state, const GiveTransferCode& command, const Context&)
{
    auto problems = check_step(state, command.service, {TransferStep::awaiting_code, TransferStep::code_invalid});
    if (command.receipt.empty()) problems.add("code", "why.code_missing");
    return problems;
}

void perform(State& state, const GiveTransferCode& command, const Context& context)
{
    auto transfer    = base::required(open_transfer(state, command.service));
    transfer.receipt = command.receipt;
    enter_step(state, transfer, TransferStep::code_checking, context.now);
}

base::Problems check(const State& state, const CancelTransfer& command, const Context&)
{
    base::Problems problems;
    const auto     transfer = open_transfer(state, command.service);
    if (!transfer) problems.add("", "why.no_transfer");
    else if (!can_be_cancelled(transfer->step)) problems.add("", "why.transfer_with_registry");
    return problems;
}

void perform(State& state, const CancelTransfer& command, const Context& context)
{
    enter_step(state, base::required(open_transfer(state, command.service)), TransferStep::cancelled, context.now);
}

std::optional<base::Problem> why_not_follow_transfer(const State& state, const Service& service)
{
    if (service.kind != ServiceKind::domain) return because("why.not_a_domain");
    if (!last_transfer(state, service.id)) return because("why.no_transfer");
    return {};
}

// --- answers of others -----------------------------------------------------------------

namespace {

TransferStep answered_step(TransferAnswer answer)
{
    switch (answer) {
    case TransferAnswer::code_right:
    case TransferAnswer::code_wrong: return TransferStep::code_checking;
    case TransferAnswer::accepted:   return TransferStep::submitted;
    case TransferAnswer::released:   break;
    }
    return TransferStep::awaiting_losing_registrar;
}

}  // namespace

base::Problems check(const State& state, const TransferAnswered& command, const Context&)
{
    base::Problems problems;
    const auto     transfer = state.transfers.get(command.transfer);
    if (!transfer || transfer->step != answered_step(command.answer)) problems.add("", "why.step_over");
    return problems;
}

void perform(State& state, const TransferAnswered& command, const Context& context)
{
    const auto transfer = base::required(state.transfers.get(command.transfer));
    const auto domain   = state.services.get(transfer.service);
    switch (command.answer) {
    case TransferAnswer::code_right: return enter_step(state, transfer, TransferStep::submitted, context.now);
    case TransferAnswer::code_wrong: return enter_step(state, transfer, TransferStep::code_invalid, context.now);
    case TransferAnswer::accepted:
        return enter_step(state, transfer,
                          domain && context.catalogue.policy_of(domain->name).validates
                              ? TransferStep::awaiting_validation
                              : TransferStep::awaiting_losing_registrar,
                          context.now);
    case TransferAnswer::released: return complete_transfer(state, transfer, context);
    }
}

void complete_transfer(State& state, const Transfer& transfer, const Context& context)
{
    const auto today = day_of(context);
    if (auto domain = state.services.get(transfer.service)) {
        const auto& policy = today.policy_of(domain->name);
        if (domain->expires_on < today) domain->expires_on = today;
        domain->expires_on = base::years_after(domain->expires_on, 1);
        domain->locked     = true;
        if (policy.hold_days > 0) domain->held_until = base::days_after(today, policy.hold_days);
        state.services.put(*domain);
    }
    enter_step(state, transfer, TransferStep::completed, context.now);
}

base::Problems check(const State& state, const ValidateTransfer& command, const Context&)
{
    return check_step(state, command.service, {TransferStep::awaiting_validation});
}

void perform(State& state, const ValidateTransfer& command, const Context& context)
{
    auto transfer = base::required(open_transfer(state, command.service));
    if (command.agreed) return enter_step(state, transfer, TransferStep::awaiting_losing_registrar, context.now);
    transfer.reason = base::key_name("transfer.holder_said_no");
    enter_step(state, transfer, TransferStep::refused, context.now);
}

}  // namespace model
