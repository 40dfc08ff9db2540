#include "model/billing/invoice.hpp"

#include "base/text.hpp"
#include "model/columns.hpp"
#include "model/state.hpp"

#include <algorithm>

namespace model {
namespace {

// The latest first, until `enough` says so.
template <class Enough>
void for_each_about(const State& state, const ServiceId& service, Enough enough)
{
    static const auto services_column = column_of<Invoice>("services");
    const auto&       invoices        = state.invoices;
    for (auto row = invoices.size(); row-- > 0;) {
        // The packed list holds the id somewhere, or this invoice is not about the service: most are not, and stay rows.
        if (invoices.text_at(services_column, row).find(service.value) == std::string_view::npos) continue;
        auto invoice = invoices.row(row);
        if (std::ranges::find(invoice.services, service.value) == invoice.services.end()) continue;
        if (enough(std::move(invoice))) return;
    }
}

}  // namespace

std::vector<InvoiceLine> lines_of(const Invoice& invoice)
{
    const auto               count = std::min({invoice.items.size(), invoice.services.size(), invoice.names.size(),
                                               invoice.years.size(), invoice.cents.size()});
    std::vector<InvoiceLine> lines;
    for (std::size_t at = 0; at < count; ++at) {
        const auto item = base::find_enum<InvoiceItem>(invoice.items[at]);
        if (!item) continue;
        lines.push_back({*item,
                         {invoice.services[at]},
                         invoice.names[at],
                         static_cast<std::int32_t>(base::whole_number(invoice.years[at])),
                         price_of_total({base::whole_number(invoice.cents[at])})});
    }
    return lines;
}

void add_line(Invoice& invoice, const InvoiceLine& line)
{
    invoice.items.emplace_back(base::name_of(line.item));
    invoice.services.push_back(line.service.value);
    invoice.names.push_back(line.name);
    invoice.years.push_back(std::to_string(line.years));
    invoice.cents.push_back(std::to_string(line.price.total.cents));
}

Price sum_of(const std::vector<InvoiceLine>& lines)
{
    Price sum;
    for (const auto& line : lines)
        sum = {sum.net + line.price.net, sum.vat + line.price.vat, sum.total + line.price.total};
    return sum;
}

Price price_of_total(base::Money total)
{
    // VAT moves the total by less than half a cent from 1.2 times the net price, so the nearest cent is the right one.
    constexpr std::int64_t whole = 1000, with_vat = whole + base::french_vat_per_mille;
    const auto             twice = 2 * total.cents * whole;
    const base::Money      net{(twice + (twice < 0 ? -with_vat : with_vat)) / (2 * with_vat), total.currency};
    return {net, total - net, total};
}

std::vector<Invoice> invoices_of(const State& state, const ServiceId& service)
{
    std::vector<Invoice> found;
    for_each_about(state, service, [&](Invoice&& invoice) {
        found.push_back(std::move(invoice));
        return false;
    });
    return found;
}

std::optional<Invoice> latest_invoice(const State& state, const ServiceId& service)
{
    std::optional<Invoice> latest;
    for_each_about(state, service, [&](Invoice&& invoice) {
        latest = std::move(invoice);
        return true;
    });
    return latest;
}

}  // namespace model
