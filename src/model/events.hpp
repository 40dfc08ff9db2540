// What crosses between accounts: the one table of events. No account writes another's rows; each tells the other, and each takes
// in what it is told, once, however often and in whatever order it comes.
#pragma once
#include "model/people/grant_events.hpp"
#include "model/trades/trade_events.hpp"

#include <variant>

namespace model {

using Event = std::variant<TradeInvited, TradeAgreed, TradeEnded, TradeReleased, TradeTaken, GrantShown, GrantAnswered>;

// True if it changed a row.
inline bool take_in(State& state, const Event& event, const Context& context)
{
    return std::visit([&](const auto& one) { return take_in(state, one, context); }, event);
}

}  // namespace model
