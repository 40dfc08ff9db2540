// The letters of the host, as effects.
#pragma once
#include "host/effects.hpp"

#include <utility>

namespace host {

// Subject and body of the letter to both customers about a trade's end; empty if one of them ended it.
struct LetterWords {
    base::TextKey subject, body;
};
inline LetterWords words_of_end(model::TradeState ended)
{
    switch (ended) {
    case model::TradeState::done:    return {"mail.trade_done", "mail.trade_done_body"};
    case model::TradeState::expired: return {"mail.trade_expired", "mail.trade_expired_body"};
    case model::TradeState::failed:  return {"mail.trade_failed", "mail.trade_failed_body"};
    default:                         return {};
    }
}

inline void send(std::vector<Effect>& effects, SendLetter letter) { effects.emplace_back(std::move(letter)); }

}  // namespace host
