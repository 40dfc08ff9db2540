#include "model/billing/invoice.hpp"

#include "base/text.hpp"
#include "model/billing/catalogue.hpp"
#include "model/find.hpp"

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <utility>

namespace model {
namespace {

constexpr std::string_view series = "F-";

// The number in an invoice id of this series; 0 for other ids.
std::int64_t number_in(std::string_view id)
{
    return id.starts_with(series) ? base::whole_number(id.substr(series.size())) : 0;
}

std::string joined(const std::string& a, const std::string& b) { return a + (a.empty() || b.empty() ? "" : " ") + b; }

}  // namespace

Party party_of(const Profile& profile)
{
    const auto person = joined(profile.first_name, profile.last_name);
    Party      party;
    party.name        = profile.company.empty() ? person : profile.company;
    party.contact     = profile.company.empty() ? std::string() : person;
    party.address     = profile.address;
    party.postal_code = profile.postal_code;
    party.city        = profile.city;
    party.country     = profile.country;
    party.siren       = profile.siren;
    party.vat_number  = profile.vat_number;
    party.email       = profile.email;
    return party;
}

Rates rates_of(const std::vector<InvoiceLine>& lines)
{
    Rates rates;
    for (const auto& line : lines) add(rates, line.charge);
    return rates;
}

Charge sum_of(const std::vector<InvoiceLine>& lines)
{
    const auto rates = rates_of(lines);
    Charge     sum;
    if (!rates.empty()) sum = rates.front();
    for (std::size_t at = 1; at < rates.size(); ++at) {
        sum.net = sum.net + rates[at].net;
        sum.vat = sum.vat + rates[at].vat;
    }
    return sum;
}

std::int64_t Indexes::highest_invoice(const table::Rows& invoices)
{
    if (invoices_seen_ == invoices.revision()) return highest_invoice_;
    const auto look = [&](std::uint32_t row) {
        ++invoices_read_;
        highest_invoice_ = std::max(highest_invoice_, number_in(invoices.at(0, row).text));
    };
    const auto touched = invoices.touched_since(invoices_seen_);
    // Rows may have been removed (a waiting command that was undone): their numbers are free again, so scan all rows.
    const bool grew = touched && std::ranges::all_of(*touched, [&](auto row) { return row < invoices.size(); });
    if (grew) std::ranges::for_each(*touched, look);
    else {
        highest_invoice_ = 0;
        for (std::uint32_t row = 0; row < invoices.size(); ++row) look(row);
    }
    invoices_seen_ = invoices.revision();
    return highest_invoice_;
}

InvoiceId next_number(const State& state)
{
    char text[32];
    std::snprintf(text, sizeof text, "F-%06lld",
                  static_cast<long long>(state.indexes.highest_invoice(state.invoices.rows()) + 1));
    return {text};
}

void issue(State& state, const Invoice& invoice, std::vector<InvoiceLine> lines)
{
    std::int32_t position = 0;
    for (auto& line : lines) {
        line.invoice  = invoice.id;
        line.position = ++position;
        line.id       = line_id<InvoiceLine>(invoice.id, static_cast<std::size_t>(position));
        state.invoice_lines.put(line);
    }
    state.invoices.put(invoice);
}

}  // namespace model
