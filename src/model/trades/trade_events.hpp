// The events that the two accounts of a trade send each other. No transaction spans both: each account applies the other's
// events on its own, in any order and more than once. The owner's account decides: it may end a trade until it releases the
// services, the recipient's only until it has agreed. A release is final and is always applied.
//
//     owner                         recipient
//     StartTrade ── TradeInvited ──▶  asks its customer
//     asks its customer ◀── TradeAgreed (recipient) ──
//     ── TradeAgreed (owner) ──▶
//     both agreed: the services leave ── TradeReleased ──▶ and arrive
//     done ◀── TradeTaken ──
//     either: ── TradeEnded ──▶
#pragma once
#include "model/trades/trade.hpp"

#include <string>
#include <variant>
#include <vector>

namespace model {

struct TradeInvited {
    Trade                  trade;  // as the owner's account has it
    std::vector<TradeLine> lines;

    bool operator==(const TradeInvited&) const = default;
};

struct TradeAgreed {
    TradeId trade;
    Side    by = Side::owner;

    bool operator==(const TradeAgreed&) const = default;
};

struct TradeEnded {
    TradeId     trade;
    TradeState  as = TradeState::expired;  // refused, expired, cancelled or failed
    std::string problem;                   // a text key

    bool operator==(const TradeEnded&) const = default;
};

// The services as they leave; the sender has removed them from its account.
struct TradeReleased {
    Trade                  trade;
    std::vector<TradeLine> lines;
    std::vector<Service>   services;

    bool operator==(const TradeReleased&) const = default;
};

struct TradeTaken {
    TradeId trade;

    bool operator==(const TradeTaken&) const = default;
};

// Applies an event; one that arrives twice or late changes nothing more. True if it changed a row.
bool take_in(State&, const TradeInvited&, const Context&);
bool take_in(State&, const TradeAgreed&, const Context&);
bool take_in(State&, const TradeEnded&, const Context&);
bool take_in(State&, const TradeReleased&, const Context&);
bool take_in(State&, const TradeTaken&, const Context&);

// Removes the services of a trade from the account and returns them, to be sent in TradeReleased. Requires that both sides have
// agreed and that why_not_release() finds nothing.
std::vector<Service>         release(State&, Trade, base::Instant now);
std::optional<base::Problem> why_not_release(const State&, const Trade&, Day today);

// True if the profile has the data that law and registries require of a domain's new holder.
bool is_complete(const Profile&);

}  // namespace model
