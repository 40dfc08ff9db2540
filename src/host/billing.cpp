#include "host/billing.hpp"

#include "model/billing/invoice.hpp"
#include "model/billing/renewal.hpp"
#include "model/services/life.hpp"
#include "model/state.hpp"

#include <algorithm>
#include <utility>

namespace host {
namespace {

using namespace model;

void issue_for(State& state, base::Instant at, const PurchaseOrderId& order, std::vector<InvoiceLine> lines,
               const Context& context)
{
    if (sum_of(lines).total().cents == 0) return;  // free: no invoice
    Invoice invoice;
    invoice.id        = next_number(state);
    invoice.issued_at = at;
    invoice.order     = order;
    invoice.seller    = context.catalogue.seller;
    invoice.buyer     = party_of(profile_of(state));
    issue(state, invoice, std::move(lines));
}

InvoiceLine line_for(InvoiceItem item, const Service& service, std::int32_t years, const Charge& charge)
{
    InvoiceLine line;
    line.item    = item;
    line.service = service.id;
    line.name    = shown_name(service);
    line.years   = years;
    line.charge  = charge;
    return line;
}

std::optional<InvoiceLine> line_of(const State& state, const Operation& operation)
{
    const auto* term = std::get_if<TermExtension>(&operation.detail);
    if (!term || operation.state != OperationState::done) return {};
    const auto service = state.services.get(operation.service);
    if (!service) return {};
    return line_for(term->restores ? InvoiceItem::restoration : InvoiceItem::renewal, *service, term->years,
                    term->charge);
}

}  // namespace

void bill(State& state, const Operation& operation, const Context& context)
{
    if (const auto order = state.orders.get(operation.order)) return bill(state, *order, context);
    if (auto line = line_of(state, operation))
        issue_for(state, operation.changed_at, operation.order, {std::move(*line)}, context);
}

void bill(State& state, const PurchaseOrder& order, const Context& context)
{
    if (order.step != OrderStep::delivered) return;
    std::vector<InvoiceLine> lines;
    auto                     at = order.changed_at;
    for (const auto& operation : operations_of_order(state, order.id)) {
        if (is_open(operation)) return;
        at = std::max(at, operation.changed_at);
        if (auto line = line_of(state, operation)) lines.push_back(std::move(*line));
    }
    issue_for(state, at, order.id, std::move(lines), context);
}

void bill(State& state, const Transfer& transfer, const Context& context)
{
    const auto service = state.services.get(transfer.service);
    if (!service || is_offered(state, *service)) return;
    // Transfers begun by an earlier program have no stored charge: use the price of the day when they started.
    const Day  begun{base::paris_day(transfer.started_at), context.catalogue};
    const auto charge = transfer.charge.net.cents != 0 ? transfer.charge : transfer_price(*service, begun);
    issue_for(state, transfer.changed_at, {}, {line_for(InvoiceItem::transfer, *service, 1, charge)}, context);
}

}  // namespace host
