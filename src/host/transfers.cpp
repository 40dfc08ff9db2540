#include "host/transfers.hpp"

#include "host/billing.hpp"
#include "host/desk.hpp"
#include "host/due.hpp"
#include "host/letters.hpp"
#include "model/billing/catalogue.hpp"

namespace host {
namespace {

using namespace model;

constexpr std::int64_t checks_ms = 3'000, submits_ms = 4'000;

base::Instant after_the_day(base::Date day) { return base::paris_midnight(base::days_after(day, 1)); }

// When a transfer leaves its step by itself, or by nobody's doing anything.
std::optional<base::Instant> due_at(const Transfer& transfer)
{
    if (!is_open(transfer.step)) return {};
    if (transfer.step == TransferStep::code_checking) return base::ms_after(transfer.changed_at, checks_ms);
    if (transfer.step == TransferStep::submitted) return base::ms_after(transfer.changed_at, submits_ms);
    if (is_set(transfer.until)) return after_the_day(transfer.until);
    return {};
}

void tell(State& state, const Transfer& transfer, base::TextKey subject, base::TextKey body, base::Instant at,
          base::TextKey link_words = {}, std::string link = {})
{
    const auto service = state.services.get(transfer.service);
    const auto name    = service ? shown_name(*service) : transfer.service.value;
    send(state, "mail-" + transfer.id.value + "-" + std::string(base::name_of(transfer.step)), at,
         {state.profile.email,
          subject,
          body,
          {name, base::to_iso(transfer.until)},
          transfer.service,
          link_words,
          std::move(link)});
}

void ask_holder(State& state, Transfer transfer, base::Instant at)
{
    enter_step(state, transfer, TransferStep::awaiting_validation, at);
    transfer       = *state.transfers.get(transfer.id);
    transfer.token = token_of(transfer.id.value, at);
    state.transfers.put(transfer);
    tell(state, transfer, "mail.transfer_validation", "mail.transfer_validation_body", at,
         "mail.transfer_validation_link", "#/confirm/transfer/" + transfer.service.value + "?token=" + transfer.token);
}

void refuse(State& state, Transfer transfer, base::TextKey reason, base::Instant at)
{
    transfer.reason = base::key_name(reason);
    enter_step(state, transfer, TransferStep::refused, at);
    tell(state, *state.transfers.get(transfer.id), "mail.transfer_refused", "mail.transfer_refused_body", at);
}

void complete(State& state, const Transfer& transfer, base::Instant at)
{
    const auto today  = base::paris_day(at);
    auto       domain = state.services.get(transfer.service);
    if (domain) {
        const auto& policy = policy_of(domain->name);
        // The year that comes with a transfer is added to what was paid there.
        if (domain->expires_on < today) domain->expires_on = today;
        domain->expires_on = base::years_after(domain->expires_on, 1);
        domain->locked     = true;
        if (policy.hold_days > 0) domain->held_until = base::days_after(today, policy.hold_days);
        state.services.put(*domain);
    }
    enter_step(state, transfer, TransferStep::completed, at);
    bill(state, *state.transfers.get(transfer.id));
    tell(state, *state.transfers.get(transfer.id), "mail.transfer_done", "mail.transfer_done_body", at,
         "mail.see_service", "#/services/active/" + transfer.service.value);
}

void go_on(State& state, const Transfer& transfer, base::Instant at)
{
    const auto domain = state.services.get(transfer.service);
    switch (transfer.step) {
    case TransferStep::code_checking:
        if (is_right(transfer.receipt)) return enter_step(state, transfer, TransferStep::submitted, at);
        enter_step(state, transfer, TransferStep::code_invalid, at);
        return tell(state, *state.transfers.get(transfer.id), "mail.transfer_code_invalid",
                    "mail.transfer_code_invalid_body", at, "mail.enter_code",
                    "#/services/pending/" + transfer.service.value);
    case TransferStep::submitted:
        if (domain && policy_of(domain->name).validates) return ask_holder(state, transfer, at);
        return enter_step(state, transfer, TransferStep::awaiting_losing_registrar, at);
    case TransferStep::awaiting_losing_registrar: return complete(state, transfer, at);
    default:                                      return refuse(state, transfer, "transfer.too_late", at);
    }
}

}  // namespace

bool advance_transfers(State& state, base::Instant now)
{
    return advance_due(state.transfers, now, due_at,
                       [&](const Transfer& transfer, base::Instant at) { go_on(state, transfer, at); });
}

std::optional<base::Instant> next_transfer_at(const State& state) { return earliest(state.transfers, due_at); }

}  // namespace host
