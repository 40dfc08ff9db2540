// A saved cart: its lines at today's prices, what has changed since it was saved, and payment. Or an order: its steps.
#pragma once
#include "pages/orders/pending.hpp"

namespace pages {

void draw(CartPopup&, Screen&);

}  // namespace pages
