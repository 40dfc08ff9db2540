// The indexes of an account's tables, for find.hpp. They hold no data of their own and update themselves when they are used.
#pragma once
#include "table/index.hpp"

#include <cstdint>

namespace model {

struct Indexes {
    Indexes();

    table::Index services_by_name, services_by_hosting, services_by_offered;
    table::Index operations_by_service, operations_by_order, operations_by_offered;
    table::Index transfers_by_service;
    table::Index trade_lines_by_trade, trade_lines_by_service;
    table::Index cart_lines_by_cart, cart_lines_by_service;
    table::Index order_lines_by_order;
    table::Index invoice_lines_by_invoice, invoice_lines_by_service;
    table::Index grants_by_owner, grant_lines_by_grant, grant_lines_by_service;
    table::Index tickets_by_service, posts_by_ticket;

    // The highest invoice number so far; 0 if there is none.
    std::int64_t highest_invoice(const table::Rows& invoices);

    // How many rows all indexes have read so far: a measure of the cost of lookups.
    std::uint64_t rows_read() const;

private:
    std::int64_t  highest_invoice_ = 0;
    std::uint64_t invoices_seen_   = 0;  // the revision of `invoices` at the last call
    std::uint64_t invoices_read_   = 0;
};

}  // namespace model
