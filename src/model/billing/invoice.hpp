// An invoice: the permanent record of a payment. The host issues it, with the next number, once the paid service is delivered.
// An issued invoice is never changed or removed: it states the facts of its day.
#pragma once
#include "base/instant.hpp"
#include "model/billing/charge.hpp"
#include "model/billing/party.hpp"
#include "model/services/operation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace model {

struct State;

struct Invoice {
    base::Id<Invoice> id;  // its number, without gaps and increasing: "F-000042"
    base::Instant     issued_at;
    PurchaseOrderId   order;  // empty: for something that was paid alone
    Party             seller;
    Party             buyer;
    base::Unknown     unknown;

    bool operator==(const Invoice&) const = default;
};
using InvoiceId = base::Id<Invoice>;

template <class Visit>
constexpr void fields(Visit&& visit, Invoice& i)
{
    visit("id", i.id);
    visit("issued_at", i.issued_at);
    visit("order", i.order);
    visit("seller", i.seller);
    visit("buyer", i.buyer);
    visit.rest(i.unknown);
}

enum class InvoiceItem : std::uint8_t { renewal, restoration, transfer };
constexpr std::array<std::string_view, 3> enum_names(InvoiceItem) { return {"renewal", "restoration", "transfer"}; }

struct InvoiceLine {
    base::Id<InvoiceLine> id;  // "<invoice>/<position>"
    InvoiceId             invoice;
    std::int32_t          position = 0;  // from 1
    InvoiceItem           item     = InvoiceItem::renewal;
    ServiceId             service;
    std::string           name;  // of the service
    std::int32_t          years = 1;
    Charge                charge;
    base::Unknown         unknown;

    bool operator==(const InvoiceLine&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, InvoiceLine& l)
{
    visit("id", l.id);
    visit("invoice", l.invoice);
    visit("position", l.position);
    visit("item", l.item);
    visit("service", l.service);
    visit("name", l.name);
    visit("years", l.years);
    visit("charge", l.charge);
    visit.rest(l.unknown);
}

Rates rates_of(const std::vector<InvoiceLine>&);

// The sums of net and VAT; rate and category are those of the first line.
Charge sum_of(const std::vector<InvoiceLine>&);

// The highest existing number plus one, even if there are gaps below it.
InvoiceId next_number(const State&);

// Adds an invoice with its lines, and sets the lines' ids. Requires that its number is not used yet.
void issue(State&, const Invoice&, std::vector<InvoiceLine>);

}  // namespace model
