// What becomes of a paid order, and of the carts that nobody pays.
#pragma once
#include "model/billing/cart.hpp"

namespace host {

bool advance_orders(model::State&, base::Instant now);

std::optional<base::Instant> next_order_at(const model::State&);

// Once a day: carts whose time is over go.
bool clear_carts(model::State&, base::Date today);

}  // namespace host
