// An invoice: what was paid, to be kept. The host issues it once what was paid for is done, under the next number, and
// nobody ever changes or takes out one that was issued: it says what was so on its day.
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
    PurchaseOrderId   order;  // empty: of something that was paid by itself
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

// The sums of net and of VAT; rate and category are those of the first line.
Charge sum_of(const std::vector<InvoiceLine>&);

// The number that follows the highest one there is, whatever was lost or imported in between.
InvoiceId next_number(const State&);

// Puts an invoice with its lines, whose ids it makes. Requires that there is none of its number.
void issue(State&, const Invoice&, std::vector<InvoiceLine>);

}  // namespace model
