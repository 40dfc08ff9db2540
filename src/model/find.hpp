// How rules find rows: each of these is served by an index, so that a command costs what it changes, however large the
// account is. Rules look at tables by id and by these alone.
#pragma once
#include "model/state.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace model {

// The operation that is to do or under way for a service: there is at most one.
std::optional<Operation> open_operation(const State&, const ServiceId&);

// The latest first.
std::vector<Operation> operations_of(const State&, const ServiceId&);

// What carries an order out, line by line.
std::vector<Operation> operations_of_order(const State&, const PurchaseOrderId&);

// The domains that are linked to a hosting account, by their names.
std::vector<Service> domains_of(const State&, const ServiceId& hosting);

// The hosting account that comes with this domain.
std::optional<Service> hosting_that_offers(const State&, const ServiceId& domain);

// By its name in ASCII.
std::optional<Service> service_named(const State&, std::string_view name);

// All transfers of a domain, the latest first; there is at most one that is open.
std::vector<Transfer> transfers_of(const State&, const ServiceId&);

// The trades in which a service is, or was; the latest first.
std::vector<Trade> trades_of(const State&, const ServiceId&);

// The carts in which a service lies, automatic ones too.
std::vector<Cart> carts_with(const State&, const ServiceId&);

// The lines of one thing, in their order.
std::vector<CartLine>    lines_of(const State&, const CartId&);
std::vector<OrderLine>   lines_of(const State&, const PurchaseOrderId&);
std::vector<TradeLine>   lines_of(const State&, const TradeId&);
std::vector<InvoiceLine> lines_of(const State&, const InvoiceId&);

// All invoices that have a line about a service, the latest first.
std::vector<Invoice>   invoices_of(const State&, const ServiceId&);
std::optional<Invoice> latest_invoice(const State&, const ServiceId&);

// The grants by which one account's customer is the other's contact, over or not.
std::vector<Grant> grants_between(const State&, const AccountId& owner, const AccountId& contact);

// Of one grant; of all grants about one service.
std::vector<GrantLine> lines_of(const State&, const GrantId&);
std::vector<GrantLine> grant_lines_about(const State&, const ServiceId&);

// The latest first.
std::vector<Ticket> tickets_of(const State&, const ServiceId&);

// The oldest first.
std::vector<Post> posts_of(const State&, const base::Id<Ticket>&);

// The id of a line of something: "<id>/<position>".
template <class Line, class Thing>
base::Id<Line> line_id(const base::Id<Thing>& of, std::size_t position)
{
    return {of.value + "/" + std::to_string(position)};
}

}  // namespace model
