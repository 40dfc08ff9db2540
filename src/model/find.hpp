// How rules find rows. An index serves each of these functions, so the cost of a command does not grow with the account. Rules
// access tables only by id or through these functions.
#pragma once
#include "model/state.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace model {

// The operation of a service that is still to do or under way; there is at most one.
std::optional<Operation> open_operation(const State&, const ServiceId&);

// True if a domain of this name, in ASCII, has been ordered and is not there yet.
bool is_on_order(const State&, std::string_view name);

// The latest first.
std::vector<Operation> operations_of(const State&, const ServiceId&);

// The operations that carry out an order, sorted by id.
std::vector<Operation> operations_of_order(const State&, const PurchaseOrderId&);

// The domains that are linked to a hosting account, sorted by name.
std::vector<Service> domains_of(const State&, const ServiceId& hosting);

// The hosting account that offers this domain.
std::optional<Service> hosting_that_offers(const State&, const ServiceId& domain);

// By the name in ASCII.
std::optional<Service> service_named(const State&, std::string_view name);

// All transfers of a domain, the latest first; there is at most one that is open.
std::vector<Transfer> transfers_of(const State&, const ServiceId&);

// All trades of a service, open or not; the latest first.
std::vector<Trade> trades_of(const State&, const ServiceId&);

// The carts that contain a service, including automatic ones.
std::vector<Cart> carts_with(const State&, const ServiceId&);

// The lines of one cart, order, trade or invoice, by position.
std::vector<CartLine>    lines_of(const State&, const CartId&);
std::vector<OrderLine>   lines_of(const State&, const PurchaseOrderId&);
std::vector<TradeLine>   lines_of(const State&, const TradeId&);
std::vector<InvoiceLine> lines_of(const State&, const InvoiceId&);

// All invoices that have a line about a service, the latest first.
std::vector<Invoice>   invoices_of(const State&, const ServiceId&);
std::optional<Invoice> latest_invoice(const State&, const ServiceId&);

// All grants from this owner to this contact, including ended ones.
std::vector<Grant> grants_between(const State&, const AccountId& owner, const AccountId& contact);

// The lines of one grant, sorted by id; the lines of all grants about one service.
std::vector<GrantLine> lines_of(const State&, const GrantId&);
std::vector<GrantLine> grant_lines_about(const State&, const ServiceId&);

// The latest first.
std::vector<Ticket> tickets_of(const State&, const ServiceId&);

// The oldest first.
std::vector<Post> posts_of(const State&, const base::Id<Ticket>&);

// The id of a line: "<id of its owner>/<position>".
template <class Line, class Thing>
base::Id<Line> line_id(const base::Id<Thing>& of, std::size_t position)
{
    return {of.value + "/" + std::to_string(position)};
}

}  // namespace model
