// An invoice: what was paid, to be kept. The host issues it once what was paid for is done, under the next number, and
// nobody ever changes or takes out one that was issued.
#pragma once
#include "base/instant.hpp"
#include "base/money.hpp"
#include "model/billing/catalogue.hpp"
#include "model/services/service.hpp"

#include <optional>
#include <string>
#include <vector>

namespace model {

struct State;

enum class InvoiceItem : std::uint8_t { renewal, restoration, transfer };
constexpr std::array<std::string_view, 3> enum_names(InvoiceItem) { return {"renewal", "restoration", "transfer"}; }

// Its number is its id: without gaps, and increasing. Of each line what it is for, the service with its name of that day,
// the years, and the price, VAT included.
struct Invoice {
    base::Id<Invoice>        id;  // "F-000042"
    base::Instant            issued_at;
    std::vector<std::string> items;     // words of InvoiceItem
    std::vector<std::string> services;  // ids
    std::vector<std::string> names;
    std::vector<std::string> years;
    std::vector<std::string> cents;
    std::vector<std::string> buyer;  // name and address, line by line, as they were that day
    base::Unknown            unknown;

    bool operator==(const Invoice&) const = default;
};
using InvoiceId = base::Id<Invoice>;

template <class Visit>
constexpr void fields(Visit&& visit, Invoice& i)
{
    visit("id", i.id);
    visit("issued_at", i.issued_at);
    visit("items", i.items);
    visit("services", i.services);
    visit("names", i.names);
    visit("years", i.years);
    visit("cents", i.cents);
    visit("buyer", i.buyer);
    visit.rest(i.unknown);
}

struct InvoiceLine {
    InvoiceItem  item = InvoiceItem::renewal;
    ServiceId    service;
    std::string  name;
    std::int32_t years = 1;
    Price        price;
};
// What an import has left damaged counts as nothing.
std::vector<InvoiceLine> lines_of(const Invoice&);
void                     add_line(Invoice&, const InvoiceLine&);

// The sum of the lines.
Price sum_of(const std::vector<InvoiceLine>&);

// What was paid with VAT, taken apart again: the inverse of price_of_net().
Price price_of_total(base::Money total);

// All that have a line about the service, the latest first.
std::vector<Invoice>   invoices_of(const State&, const ServiceId&);
std::optional<Invoice> latest_invoice(const State&, const ServiceId&);

}  // namespace model
