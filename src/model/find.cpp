#include "model/find.hpp"

#include "base/sort.hpp"
#include "base/text.hpp"
#include "model/columns.hpp"

#include <tuple>
#include <utility>

namespace model {
namespace {

template <class T>
std::vector<T> rows_of(table::Index& index, const table::Table<T>& table, std::string_view key)
{
    std::vector<T> found;
    for (const auto row : index.rows_of(table.rows(), key)) found.push_back(table.row(row));
    return found;
}

template <class Line>
std::vector<Line> in_order(std::vector<Line> lines)
{
    base::sort(lines,
               [](const Line& a, const Line& b) { return std::tie(a.position, a.id) < std::tie(b.position, b.id); });
    return lines;
}

// The owners of these lines, each once; owners that no longer exist are left out.
template <class Owner, class Line>
std::vector<Owner> owners_of(const std::vector<Line>& lines, base::Id<Owner> Line::* owner,
                             const table::Table<Owner>& table)
{
    std::vector<base::Id<Owner>> ids;
    for (const auto& line : lines) ids.push_back(line.*owner);
    base::sort(ids, [](const base::Id<Owner>& a, const base::Id<Owner>& b) { return a < b; });
    std::vector<Owner> found;
    for (std::size_t at = 0; at < ids.size(); ++at)
        if (at == 0 || ids[at] != ids[at - 1])
            if (auto row = table.get(ids[at])) found.push_back(std::move(*row));
    return found;
}

template <class T, class Moment>
std::vector<T> latest_first(std::vector<T> rows, Moment T::* moment)
{
    base::sort(rows, [&](const T& a, const T& b) { return std::tie(b.*moment, b.id) < std::tie(a.*moment, a.id); });
    return rows;
}

}  // namespace

Indexes::Indexes()
    : services_by_name(column_of<Service>("name")),
      services_by_hosting(column_of<Service>("linked_to")),
      services_by_offered(column_of<Service>("offered_domain")),
      operations_by_service(column_of<Operation>("service")),
      operations_by_order(column_of<Operation>("order")),
      operations_by_offered(column_of<Operation>("detail.offered_domain.name")),
      transfers_by_service(column_of<Transfer>("service")),
      trade_lines_by_trade(column_of<TradeLine>("trade")),
      trade_lines_by_service(column_of<TradeLine>("service")),
      cart_lines_by_cart(column_of<CartLine>("cart")),
      cart_lines_by_service(column_of<CartLine>("service")),
      order_lines_by_order(column_of<OrderLine>("order")),
      invoice_lines_by_invoice(column_of<InvoiceLine>("invoice")),
      invoice_lines_by_service(column_of<InvoiceLine>("service")),
      grants_by_owner(column_of<Grant>("owner")),
      grant_lines_by_grant(column_of<GrantLine>("grant")),
      grant_lines_by_service(column_of<GrantLine>("service")),
      tickets_by_service(column_of<Ticket>("service")),
      posts_by_ticket(column_of<Post>("ticket"))
{}

std::uint64_t Indexes::rows_read() const
{
    std::uint64_t sum = invoices_read_;
    for (const auto* index :
         {&services_by_name, &services_by_hosting, &services_by_offered, &operations_by_service, &operations_by_order,
          &operations_by_offered, &transfers_by_service, &trade_lines_by_trade, &trade_lines_by_service,
          &cart_lines_by_cart, &cart_lines_by_service, &order_lines_by_order, &invoice_lines_by_invoice,
          &invoice_lines_by_service, &grants_by_owner, &grant_lines_by_grant, &grant_lines_by_service,
          &tickets_by_service, &posts_by_ticket})
        sum += index->rows_read();
    return sum;
}

std::optional<Operation> open_operation(const State& state, const ServiceId& service)
{
    static const auto state_column = column_of<Operation>("state");
    for (const auto row : state.indexes.operations_by_service.rows_of(state.operations.rows(), service.value))
        if (is_open(static_cast<OperationState>(state.operations.number_at(state_column, row))))
            return state.operations.row(row);
    return std::nullopt;
}

bool is_on_order(const State& state, std::string_view name)
{
    const auto orders = rows_of(state.indexes.operations_by_offered, state.operations, name);
    return std::ranges::any_of(orders, [](const Operation& order) { return is_open(order.state); });
}

std::vector<Operation> operations_of(const State& state, const ServiceId& service)
{
    return latest_first(rows_of(state.indexes.operations_by_service, state.operations, service.value),
                        &Operation::asked_at);
}

std::vector<Operation> operations_of_order(const State& state, const PurchaseOrderId& order)
{
    auto found = rows_of(state.indexes.operations_by_order, state.operations, order.value);
    // Their ids end with the number of their line: "….2" comes before "….10".
    base::sort(found, [](const Operation& a, const Operation& b) {
        return std::pair(a.id.value.size(), std::string_view(a.id.value)) <
               std::pair(b.id.value.size(), std::string_view(b.id.value));
    });
    return found;
}

std::vector<Service> domains_of(const State& state, const ServiceId& hosting)
{
    auto found = rows_of(state.indexes.services_by_hosting, state.services, hosting.value);
    base::sort(found, [](const Service& a, const Service& b) {
        const auto left = base::sort_fold(a.name), right = base::sort_fold(b.name);
        return left != right ? left < right : a.name < b.name;
    });
    return found;
}

std::optional<Service> hosting_that_offers(const State& state, const ServiceId& domain)
{
    const auto row = state.indexes.services_by_offered.any_of(state.services.rows(), domain.value);
    return row ? std::optional(state.services.row(*row)) : std::nullopt;
}

std::optional<Service> service_named(const State& state, std::string_view name)
{
    const auto row = state.indexes.services_by_name.any_of(state.services.rows(), name);
    return row ? std::optional(state.services.row(*row)) : std::nullopt;
}

std::vector<Transfer> transfers_of(const State& state, const ServiceId& service)
{
    return latest_first(rows_of(state.indexes.transfers_by_service, state.transfers, service.value),
                        &Transfer::started_at);
}

std::vector<Trade> trades_of(const State& state, const ServiceId& service)
{
    const auto lines = rows_of(state.indexes.trade_lines_by_service, state.trade_lines, service.value);
    return latest_first(owners_of(lines, &TradeLine::trade, state.trades), &Trade::asked_at);
}

std::vector<Cart> carts_with(const State& state, const ServiceId& service)
{
    const auto lines = rows_of(state.indexes.cart_lines_by_service, state.cart_lines, service.value);
    return owners_of(lines, &CartLine::cart, state.carts);
}

std::vector<CartLine> lines_of(const State& state, const CartId& cart)
{
    return in_order(rows_of(state.indexes.cart_lines_by_cart, state.cart_lines, cart.value));
}

std::vector<OrderLine> lines_of(const State& state, const PurchaseOrderId& order)
{
    return in_order(rows_of(state.indexes.order_lines_by_order, state.order_lines, order.value));
}

std::vector<TradeLine> lines_of(const State& state, const TradeId& trade)
{
    return in_order(rows_of(state.indexes.trade_lines_by_trade, state.trade_lines, trade.value));
}

std::vector<InvoiceLine> lines_of(const State& state, const InvoiceId& invoice)
{
    return in_order(rows_of(state.indexes.invoice_lines_by_invoice, state.invoice_lines, invoice.value));
}

std::vector<Invoice> invoices_of(const State& state, const ServiceId& service)
{
    const auto lines = rows_of(state.indexes.invoice_lines_by_service, state.invoice_lines, service.value);
    return latest_first(owners_of(lines, &InvoiceLine::invoice, state.invoices), &Invoice::issued_at);
}

std::optional<Invoice> latest_invoice(const State& state, const ServiceId& service)
{
    auto all = invoices_of(state, service);
    return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

std::vector<Grant> grants_between(const State& state, const AccountId& owner, const AccountId& contact)
{
    auto found = rows_of(state.indexes.grants_by_owner, state.grants, owner.value);
    std::erase_if(found, [&](const Grant& grant) { return grant.contact != contact; });
    return found;
}

std::vector<GrantLine> lines_of(const State& state, const GrantId& grant)
{
    auto lines = rows_of(state.indexes.grant_lines_by_grant, state.grant_lines, grant.value);
    base::sort(lines, [](const GrantLine& a, const GrantLine& b) { return a.id < b.id; });
    return lines;
}

std::vector<GrantLine> grant_lines_about(const State& state, const ServiceId& service)
{
    return rows_of(state.indexes.grant_lines_by_service, state.grant_lines, service.value);
}

std::vector<Ticket> tickets_of(const State& state, const ServiceId& service)
{
    return latest_first(rows_of(state.indexes.tickets_by_service, state.tickets, service.value), &Ticket::changed_at);
}

std::vector<Post> posts_of(const State& state, const base::Id<Ticket>& ticket)
{
    auto found = rows_of(state.indexes.posts_by_ticket, state.posts, ticket.value);
    base::sort(found, [](const Post& a, const Post& b) { return std::tie(a.at, a.id) < std::tie(b.at, b.id); });
    return found;
}

}  // namespace model
