// What the host does with trades: writes to both sides, carries out what both confirmed, ends what was not in time.
#pragma once
#include "model/trades/trade.hpp"

namespace host {

bool advance_trades(model::State&, base::Instant now);

std::optional<base::Instant> next_trade_at(const model::State&);

}  // namespace host
