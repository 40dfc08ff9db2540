// Issues invoices for what was paid, once it is done.
#pragma once
#include "model/billing/cart.hpp"
#include "model/domains/transfer.hpp"
#include "model/services/operation.hpp"

namespace host {

// For a renewal that has ended. One of an order is on the order's invoice.
void bill(model::State&, const model::Operation&, const model::Context&);

// For an order, once it is delivered and none of its renewals is under way any more: one invoice for all that are done.
void bill(model::State&, const model::PurchaseOrder&, const model::Context&);

// For a completed transfer. That of an offered domain is free.
void bill(model::State&, const model::Transfer&, const model::Context&);

}  // namespace host
