// What is under way in the demo's account: transfers, trades, carts, orders, and what was said with the support.
#pragma once
#include "model/state.hpp"

namespace demo {

// Requires the services of account().
void add_affairs(model::State&, model::Day today);

}  // namespace demo
