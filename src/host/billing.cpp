#include "host/billing.hpp"

#include "model/billing/invoice.hpp"
#include "model/billing/renewal.hpp"
#include "model/services/life.hpp"
#include "model/state.hpp"

#include <cstdio>

namespace host {
namespace {

using namespace model;

std::vector<std::string> buyer_of(const Profile& profile)
{
    std::vector<std::string> lines;
    const auto               add = [&](std::string line) {
        if (!line.empty()) lines.push_back(std::move(line));
    };
    add(profile.company);
    add(profile.first_name + (profile.first_name.empty() || profile.last_name.empty() ? "" : " ") + profile.last_name);
    add(profile.address);
    add(profile.postal_code + (profile.postal_code.empty() || profile.city.empty() ? "" : " ") + profile.city);
    if (profile.country != "FR") add(profile.country);
    return lines;
}

// Nothing is ever taken out of the table, so that its size is the last number.
InvoiceId next_number(const State& state)
{
    char text[16];
    std::snprintf(text, sizeof text, "F-%06u", static_cast<unsigned>(state.invoices.size() + 1));
    return {text};
}

void issue(State& state, base::Instant at, const std::vector<InvoiceLine>& lines)
{
    if (sum_of(lines).total.cents == 0) return;  // what was free
    Invoice invoice;
    invoice.id        = next_number(state);
    invoice.issued_at = at;
    invoice.buyer     = buyer_of(state.profile);
    for (const auto& line : lines) add_line(invoice, line);
    state.invoices.put(invoice);
}

// Whether the registry had to be paid to give the domain back.
bool was_restored(Service service, const Operation& operation)
{
    const auto before = operation.before.empty() ? std::nullopt : base::parse_date(operation.before.front());
    if (!before || service.kind != ServiceKind::domain) return false;
    service.expires_on = *before;
    return life_of(service, base::paris_day(operation.asked_at)).phase == Phase::redemption;
}

std::optional<InvoiceLine> line_of(const State& state, const Operation& operation)
{
    if (operation.kind != OperationKind::renewal || operation.state != OperationState::done) return {};
    const auto service = state.services.get(operation.service);
    if (!service) return {};
    return InvoiceLine{was_restored(*service, operation) ? InvoiceItem::restoration : InvoiceItem::renewal, service->id,
                       shown_name(*service), operation.years, price_of_total(operation.price)};
}

}  // namespace

void bill(State& state, const Operation& operation)
{
    if (const auto order = order_of(state, operation); order && order->step != OrderStep::delivered) return;
    if (auto line = line_of(state, operation)) issue(state, operation.changed_at, {std::move(*line)});
}

void bill(State& state, const PurchaseOrder& order)
{
    std::vector<InvoiceLine> lines;
    for (std::size_t at = 0; at < order.services.size(); ++at) {
        const auto operation = state.operations.get(operation_of(order.id, at));
        if (!operation) continue;
        if (auto line = line_of(state, *operation)) lines.push_back(std::move(*line));
    }
    issue(state, order.changed_at, lines);
}

void bill(State& state, const Transfer& transfer)
{
    const auto service = state.services.get(transfer.service);
    if (service && !is_offered(state, *service))
        issue(state, transfer.changed_at,
              {{InvoiceItem::transfer, service->id, shown_name(*service), 1, transfer_price(*service)}});
}

}  // namespace host
