// Everything one customer can see, held in memory.
#pragma once
#include "model/billing/cart_state.hpp"
#include "model/billing/invoice.hpp"
#include "model/context.hpp"
#include "model/domains/transfer_state.hpp"
#include "model/people/profile.hpp"
#include "model/services/open_operations.hpp"
#include "model/services/operation.hpp"
#include "model/services/service.hpp"
#include "model/support/message.hpp"
#include "model/support/ticket.hpp"
#include "model/trades/trade_state.hpp"
#include "table/table.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace model {

// How it is made, copied and taken down is compiled once, in state.cpp: ten tables are much to go through.
struct State {
    State();
    State(const State&);
    State(State&&) noexcept;
    State& operator=(const State&);
    State& operator=(State&&) noexcept;
    ~State();

    Profile                     profile;
    table::Table<Service>       services;
    table::Table<Operation>     operations;
    table::Table<Transfer>      transfers;
    table::Table<Trade>         trades;
    table::Table<Cart>          carts;
    table::Table<PurchaseOrder> orders;
    table::Table<Invoice>       invoices;
    table::Table<Ticket>        tickets;
    table::Table<Post>          posts;
    table::Table<Message>       messages;
    base::Unknown               unknown;

    mutable OpenOperations open_operations;  // of `operations`; holds nothing of its own
};

// visit(name, table) for each table, by its name in files and in the storage.
template <class AnyState, class Visit>
void for_each_table(AnyState& state, Visit visit)
{
    visit("services", state.services);
    visit("operations", state.operations);
    visit("transfers", state.transfers);
    visit("trades", state.trades);
    visit("carts", state.carts);
    visit("orders", state.orders);
    visit("invoices", state.invoices);
    visit("tickets", state.tickets);
    visit("posts", state.posts);
    visit("messages", state.messages);
}

// The same tables in the same order, without the types of their rows.
struct NamedRows {
    std::string_view name;
    table::Rows*     rows;
};
std::vector<NamedRows> tables_of(State&);

// Whether all tables hold the same rows in the same order.
bool same_rows(const State&, const State&);

// The operation that is to do or under way for a service: there is at most one.
std::optional<Operation> open_operation(const State&, const ServiceId&);

// All operations of a service, the latest first.
std::vector<Operation> operations_of(const State&, const ServiceId&);

// The operation that a command asks for, to do from now on.
Operation asked_operation(OperationKind, const ServiceId&, const Context&);

}  // namespace model
