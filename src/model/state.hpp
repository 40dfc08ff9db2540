// Everything one customer can see, held in memory.
#pragma once
#include "model/billing/cart_state.hpp"
#include "model/billing/invoice.hpp"
#include "model/context.hpp"
#include "model/domains/transfer_state.hpp"
#include "model/indexes.hpp"
#include "model/people/grant_state.hpp"
#include "model/people/profile.hpp"
#include "model/services/operation.hpp"
#include "model/services/service.hpp"
#include "model/support/message.hpp"
#include "model/support/ticket.hpp"
#include "model/trades/trade_state.hpp"
#include "table/table.hpp"

#include <string_view>
#include <vector>

namespace model {

// Constructors, assignment and destructor are compiled once, in state.cpp: with so many tables they are large.
struct State {
    State();
    State(const State&);
    State(State&&) noexcept;
    State& operator=(const State&);
    State& operator=(State&&) noexcept;
    ~State();

    table::Table<Profile>       profile;  // one row
    table::Table<Service>       services;
    table::Table<Operation>     operations;
    table::Table<Transfer>      transfers;
    table::Table<Trade>         trades;
    table::Table<TradeLine>     trade_lines;
    table::Table<Cart>          carts;
    table::Table<CartLine>      cart_lines;
    table::Table<PurchaseOrder> orders;
    table::Table<OrderLine>     order_lines;
    table::Table<Invoice>       invoices;
    table::Table<InvoiceLine>   invoice_lines;
    table::Table<Grant>         grants;
    table::Table<GrantLine>     grant_lines;
    table::Table<Ticket>        tickets;
    table::Table<Post>          posts;
    table::Table<Message>       messages;
    table::Table<Extra>         extras;

    mutable Indexes indexes;  // of the tables above; see find.hpp
};

// Calls visit(name, table) for each table, with its name in files and in storage. The only list of tables.
template <class AnyState, class Visit>
void for_each_table(AnyState& state, Visit visit)
{
    visit("profile", state.profile);
    visit("services", state.services);
    visit("operations", state.operations);
    visit("transfers", state.transfers);
    visit("trades", state.trades);
    visit("trade_lines", state.trade_lines);
    visit("carts", state.carts);
    visit("cart_lines", state.cart_lines);
    visit("orders", state.orders);
    visit("order_lines", state.order_lines);
    visit("invoices", state.invoices);
    visit("invoice_lines", state.invoice_lines);
    visit("grants", state.grants);
    visit("grant_lines", state.grant_lines);
    visit("tickets", state.tickets);
    visit("posts", state.posts);
    visit("messages", state.messages);
    visit("extras", state.extras);
}

// The same tables in the same order, without the types of their rows.
struct NamedRows {
    std::string_view name;
    table::Rows*     rows;
};
std::vector<NamedRows> tables_of(State&);

// True if all tables hold the same rows in the same order.
bool same_rows(const State&, const State&);

// The customer's profile; a default one if the account is empty.
Profile profile_of(const State&);

// A new operation in state `to_do`, as a command asks for it.
Operation asked_operation(OperationDetail, const ServiceId&, const Context&);

}  // namespace model
