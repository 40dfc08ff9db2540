// Issues invoices for what was paid, once it is done.
#pragma once
#include "model/billing/cart.hpp"
#include "model/domains/transfer.hpp"
#include "model/services/operation.hpp"

namespace host {

// For a finished renewal. If it belongs to an order, that order's invoice includes it, unless it was issued already.
void bill(model::State&, const model::Operation&, const model::Context&);

// For a delivered order: all of its finished renewals.
void bill(model::State&, const model::PurchaseOrder&, const model::Context&);

// For a completed transfer. That of an offered domain is free.
void bill(model::State&, const model::Transfer&, const model::Context&);

}  // namespace host
