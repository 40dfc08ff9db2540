// The row of a trade: services that change their owner. Its rules are in trade.hpp.
#pragma once
#include "base/instant.hpp"
#include "model/services/service.hpp"

namespace model {

enum class TradeState : std::uint8_t {
    awaiting_both,
    awaiting_owner,
    awaiting_recipient,
    approved,
    executing,
    done,
    refused,
    expired,
    cancelled,
    failed,
};
constexpr std::array<std::string_view, 10> enum_names(TradeState)
{
    return {"awaiting_both", "awaiting_owner", "awaiting_recipient", "approved", "executing", "done",
            "refused",       "expired",        "cancelled",          "failed"};
}

// What the other account was last told about a trade: each account has its own row, and they exchange events.
enum class TradeNews : std::uint8_t { nothing, invitation, agreement, release, end };
constexpr std::array<std::string_view, 5> enum_names(TradeNews)
{
    return {"nothing", "invitation", "agreement", "release", "end"};
}

struct Trade {
    base::Id<Trade>    id;
    TradeState         state = TradeState::awaiting_both;
    base::InternedText from, to;  // account IDs; one of them is the customer's
    std::string        to_email;
    std::string        holder;  // the new holder, if it is not the recipient
    std::string        reason;  // the customer's own words
    base::Instant      asked_at;
    base::Instant      changed_at;
    base::Instant      invited_at;  // when this side sent or received the invitation; not set: not yet
    base::Date         until;       // the last day to confirm
    std::string        problem;     // failed, refused: a text key
    TradeNews          told = TradeNews::nothing;
    base::Unknown      unknown;

    bool operator==(const Trade&) const = default;
};
using TradeId = base::Id<Trade>;

template <class Visit>
constexpr void fields(Visit&& visit, Trade& t)
{
    visit("id", t.id);
    visit("state", t.state);
    visit("from", t.from);
    visit("to", t.to);
    visit("to_email", t.to_email);
    visit("holder", t.holder);
    visit("reason", t.reason);
    visit("asked_at", t.asked_at);
    visit("changed_at", t.changed_at);
    visit("invited_at", t.invited_at);
    visit("until", t.until);
    visit("problem", t.problem);
    visit("told", t.told);
    visit.rest(t.unknown);
}

// One service of a trade, with its name at that time: the service leaves the account, its trade stays.
struct TradeLine {
    base::Id<TradeLine> id;  // "<trade>/<position>"
    base::Id<Trade>     trade;
    std::int32_t        position = 0;  // from 1
    ServiceId           service;
    std::string         name;
    base::Unknown       unknown;

    bool operator==(const TradeLine&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, TradeLine& l)
{
    visit("id", l.id);
    visit("trade", l.trade);
    visit("position", l.position);
    visit("service", l.service);
    visit("name", l.name);
    visit.rest(l.unknown);
}

constexpr bool is_open(TradeState state) { return state <= TradeState::executing; }

// True if at least one side still has to confirm.
constexpr bool awaits(TradeState state) { return state <= TradeState::awaiting_recipient; }

}  // namespace model
