// Invoices: issued for what was paid, once it is done.
#pragma once
#include "model/billing/cart.hpp"
#include "model/domains/transfer.hpp"
#include "model/services/operation.hpp"

namespace host {

// A renewal that is done. One that was paid with others in an order is left to the invoice of that order, until that has
// been issued.
void bill(model::State&, const model::Operation&, const model::Context&);

// An order that is delivered: all of its renewals that are done.
void bill(model::State&, const model::PurchaseOrder&, const model::Context&);

// A transfer that is completed. That of an offered domain costs nothing.
void bill(model::State&, const model::Transfer&, const model::Context&);

}  // namespace host
