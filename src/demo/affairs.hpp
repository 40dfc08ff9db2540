// Everything in progress in the demo's account: transfers, trades, carts, orders, tickets.
#pragma once
#include "model/state.hpp"

namespace demo {

// Requires the services of account().
void add_affairs(model::State&, model::Day today);

}  // namespace demo
