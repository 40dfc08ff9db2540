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

struct Trade {
    base::Id<Trade>          id;
    TradeState               state = TradeState::awaiting_both;
    std::vector<std::string> services;  // ids
    std::vector<std::string> names;     // as they were called: a service leaves the account, its trade stays
    base::InternedText       from, to;  // account IDs; one of them is the customer's
    std::string              to_email;
    std::string              holder;  // the new holder, where the recipient is not to be it
    std::string              reason;  // of the customer, in words
    base::Instant            asked_at;
    base::Instant            changed_at;
    base::Date               until;                         // the last day on which both may confirm
    std::string              owner_token, recipient_token;  // of the two links; used up when empty
    std::string              problem;                       // failed, refused: the key of a sentence
    base::Unknown            unknown;

    bool operator==(const Trade&) const = default;
};

template <class Visit>
constexpr void fields(Visit&& visit, Trade& t)
{
    visit("id", t.id);
    visit("state", t.state);
    visit("services", t.services);
    visit("names", t.names);
    visit("from", t.from);
    visit("to", t.to);
    visit("to_email", t.to_email);
    visit("holder", t.holder);
    visit("reason", t.reason);
    visit("asked_at", t.asked_at);
    visit("changed_at", t.changed_at);
    visit("until", t.until);
    visit("owner_token", t.owner_token);
    visit("recipient_token", t.recipient_token);
    visit("problem", t.problem);
    visit.rest(t.unknown);
}

constexpr bool is_open(TradeState state) { return state <= TradeState::executing; }

// Somebody still has to confirm.
constexpr bool awaits(TradeState state) { return state <= TradeState::awaiting_recipient; }

}  // namespace model
