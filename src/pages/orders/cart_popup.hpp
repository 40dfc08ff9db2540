// A cart as it is resumed: its lines at today's prices, what has changed since it was saved, and its payment. An order:
// its steps.
#pragma once
#include "pages/orders/pending.hpp"

namespace pages {

void draw(CartPopup&, Screen&);

}  // namespace pages
