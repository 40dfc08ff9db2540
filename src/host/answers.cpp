#include "host/answers.hpp"

#include "host/billing.hpp"
#include "host/letters.hpp"
#include "host/round.hpp"
#include "model/services/life.hpp"

namespace host {
namespace {

using namespace model;

// --- operations ------------------------------------------------------------------------

void write_link(const State& state, const Operation& operation, Done& done)
{
    const auto service = state.services.get(operation.service);
    if (!service) return;
    const bool password = kind_of(operation) == OperationKind::hosting_password;
    send(done.effects,
         {.name       = "mail-" + operation.id.value,
          .at         = operation.changed_at,
          .to         = profile_of(state).email,
          .subject    = password ? base::TextKey("mail.password") : base::TextKey("mail.holder"),
          .body       = password ? base::TextKey("mail.password_body") : base::TextKey("mail.holder_body"),
          .args       = {shown_name(*service)},
          .service    = service->id,
          .link_words = password ? base::TextKey("mail.password_link") : base::TextKey("mail.holder_link"),
          .link       = (password ? "#/confirm/password/" : "#/confirm/holder/") + operation.id.value});
}

void after(State& state, const OperationAnswered& answer, const Context& context, Done& done)
{
    const auto operation = state.operations.get(answer.operation);
    if (!operation || is_open(*operation)) return;
    bill(state, *operation, context);
    if (operation->state != OperationState::done) return;
    if (has_link(kind_of(*operation))) write_link(state, *operation, done);
}

// --- orders and payments ---------------------------------------------------------------

void after(State& state, const AdvanceOrder& step, const Context& context)
{
    if (const auto order = state.orders.get(step.order)) bill(state, *order, context);
}

// `service` is the state before the answer.
void after(const State& state, const PaymentAnswered& answer, const Service& service, const Context& context,
           Done& done)
{
    const auto name = shown_name(service);
    SendLetter letter{.name    = "mail-" + answer.cart.value +
                                 (answer.paid ? "-paid" : "-" + std::to_string(answer.attempt)),
                      .at      = context.now,
                      .to      = profile_of(state).email,
                      .subject = {},
                      .body    = {},
                      .args    = {},
                      .service = service.id};
    if (answer.paid) {
        letter.subject    = "mail.renewed";
        letter.body       = "mail.renewed_body";
        letter.args       = {name, expiry_after(service, 1)};
        letter.link_words = "mail.see_service";
        letter.link       = "#/services/active/" + service.id.value;
    } else {
        const auto attempt = static_cast<std::size_t>(answer.attempt);
        const bool last    = attempt >= charged_before_days.size();
        const auto again   = last ? service.expires_on
                                  : base::days_after(service.expires_on, -charged_before_days[attempt]);
        letter.subject     = "mail.payment_refused";
        letter.body = last ? base::TextKey("mail.payment_given_up_body") : base::TextKey("mail.payment_refused_body");
        letter.args = {name, service.expires_on, again};
        letter.link_words = "mail.see_cart";
        letter.link       = "#/services/pending/" + answer.cart.value;
    }
    send(done.effects, std::move(letter));
}

std::optional<Service> first_service(const State& state, const CartId& cart)
{
    const auto lines = lines_of(state, cart);
    return lines.empty() ? std::nullopt : state.services.get(lines.front().service);
}

// --- transfers -------------------------------------------------------------------------

void tell(const State& state, const Transfer& transfer, base::TextKey subject, base::TextKey body, base::Instant at,
          Done& done, base::TextKey link_words = {}, std::string link = {})
{
    const auto service = state.services.get(transfer.service);
    send(done.effects, {.name       = "mail-" + transfer.id.value + "-" + std::string(base::name_of(transfer.step)),
                        .at         = at,
                        .to         = profile_of(state).email,
                        .subject    = subject,
                        .body       = body,
                        .args       = {service ? shown_name(*service) : transfer.service.value, transfer.until},
                        .service    = transfer.service,
                        .link_words = link_words,
                        .link       = std::move(link)});
}

void after(State& state, const base::Id<Transfer>& id, const Context& context, Done& done)
{
    const auto transfer = state.transfers.get(id);
    if (!transfer) return;
    switch (transfer->step) {
    case TransferStep::code_invalid:
        return tell(state, *transfer, "mail.transfer_code_invalid", "mail.transfer_code_invalid_body", context.now,
                    done, "mail.enter_code", "#/services/pending/" + transfer->service.value);
    case TransferStep::awaiting_validation:
        return tell(state, *transfer, "mail.transfer_validation", "mail.transfer_validation_body", context.now, done,
                    "mail.transfer_validation_link", "#/confirm/transfer/" + transfer->service.value);
    case TransferStep::completed:
    case TransferStep::refused:   return finish_transfer(state, *transfer, context, done);
    default:                      return;
    }
}

}  // namespace

void finish_transfer(State& state, const Transfer& transfer, const Context& context, Done& done)
{
    if (transfer.step == TransferStep::completed) {
        bill(state, transfer, context);
        tell(state, transfer, "mail.transfer_done", "mail.transfer_done_body", context.now, done, "mail.see_service",
             "#/services/active/" + transfer.service.value);
    } else tell(state, transfer, "mail.transfer_refused", "mail.transfer_refused_body", context.now, done);
}

void begin_operation(State& state, const Operation& operation, const Context& context, Done& done)
{
    if (operation.state != OperationState::to_do) return;
    if (!has_link(kind_of(operation))) {
        done.effects.emplace_back(AskRegistrar{operation.id});
        return;
    }
    const Context of_it{context.now, operation.id.value, context.catalogue, context.actor};
    carry_out(state, OperationAnswered{operation.id, OperationAnswer::done, {}, {}}, of_it, done);
}

void carry_out(State& state, const Command& command, const Context& context, Done& done)
{
    // Read before perform(), which may delete the cart.
    std::optional<Service> about;
    if (const auto* payment = std::get_if<PaymentAnswered>(&command)) about = first_service(state, payment->cart);

    perform(state, command, context);
    done.changed = true;
    if (const auto* answer = std::get_if<OperationAnswered>(&command)) after(state, *answer, context, done);
    if (const auto* step = std::get_if<AdvanceOrder>(&command)) after(state, *step, context);
    if (const auto* payment = std::get_if<PaymentAnswered>(&command); payment && about)
        after(state, *payment, *about, context, done);
    if (const auto* answer = std::get_if<TransferAnswered>(&command)) after(state, answer->transfer, context, done);
}

}  // namespace host
