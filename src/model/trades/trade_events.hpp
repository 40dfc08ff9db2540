// What the two accounts of a trade tell each other. No transaction spans both: each takes the other's events in by its own, in
// whatever order and however often they come. The owner's account decides: it may end a trade until it releases the services,
// and the recipient's may until it has agreed; a release is final, and taken in whatever has happened meanwhile.
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
    std::string problem;                   // the key of a sentence

    bool operator==(const TradeEnded&) const = default;
};

// The services as they leave: they are nowhere else any more.
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

// One that comes twice, or late, changes nothing more. True if it changed a row.
bool take_in(State&, const TradeInvited&, const Context&);
bool take_in(State&, const TradeAgreed&, const Context&);
bool take_in(State&, const TradeEnded&, const Context&);
bool take_in(State&, const TradeReleased&, const Context&);
bool take_in(State&, const TradeTaken&, const Context&);

// The services of a trade leave the account, to be told in TradeReleased. Requires that both sides have agreed and that all
// of them can go: why_not_release() says.
std::vector<Service>         release(State&, Trade, base::Instant now);
std::optional<base::Problem> why_not_release(const State&, const Trade&, Day today);

// What the law and the registries want of whoever gets a domain.
bool is_complete(const Profile&);

}  // namespace model
