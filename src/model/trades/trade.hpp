// Services that change their owner: requested by one customer, confirmed by both, carried out by the host.
#pragma once
#include "base/problems.hpp"
#include "model/context.hpp"
#include "model/state.hpp"

namespace model {

inline constexpr int         trade_days            = 14;  // time for both to confirm
inline constexpr std::size_t most_traded           = 100;
inline constexpr std::size_t max_holder_characters = 120;
inline constexpr std::size_t max_reason_characters = 500;

struct StartTrade {
    static constexpr std::string_view word = "start_trade";

    std::vector<std::string> services;  // ids
    std::string              to;        // the recipient's account ID
    std::string              to_email;
    std::string              holder;  // optional: the new holder, if it is not the recipient
    std::string              reason;
    bool                     terms = false;  // accepted

    bool operator==(const StartTrade&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, StartTrade& c)
{
    visit("services", c.services);
    visit("to", c.to);
    visit("to_email", c.to_email);
    visit("holder", c.holder);
    visit("reason", c.reason);
    visit("terms", c.terms);
}
// Problems at "services", "to", "to_email", "holder", "reason", "terms".
base::Problems check(const State&, const StartTrade&, const Context&);
void           perform(State&, const StartTrade&, const Context&);
constexpr bool who(const StartTrade&, const Actor& actor) { return is_owner(actor); }
constexpr bool may_wait_offline(const StartTrade&) { return true; }

std::optional<base::Problem> why_not_trade(const State&, const Service&, Day today);

enum class Side : std::uint8_t { owner, recipient };
constexpr std::array<std::string_view, 2> enum_names(Side) { return {"owner", "recipient"}; }

// Given by the link in a message: one side agrees or refuses.
struct AnswerTrade {
    static constexpr std::string_view word = "answer_trade";

    TradeId trade;
    Side    side   = Side::owner;
    bool    agreed = true;

    bool operator==(const AnswerTrade&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, AnswerTrade& c)
{
    visit("trade", c.trade);
    visit("side", c.side);
    visit("agreed", c.agreed);
}
base::Problems check(const State&, const AnswerTrade&, const Context&);
void           perform(State&, const AnswerTrade&, const Context&);
constexpr bool who(const AnswerTrade&, const Actor& actor) { return is_link(actor); }
constexpr bool may_wait_offline(const AnswerTrade&) { return false; }

struct CancelTrade {
    static constexpr std::string_view word = "cancel_trade";

    TradeId trade;
    bool    operator==(const CancelTrade&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, CancelTrade& c)
{
    visit("trade", c.trade);
}
base::Problems check(const State&, const CancelTrade&, const Context&);
void           perform(State&, const CancelTrade&, const Context&);
constexpr bool who(const CancelTrade&, const Actor& actor) { return is_owner(actor); }
constexpr bool may_wait_offline(const CancelTrade&) { return true; }

std::optional<base::Problem> why_not_cancel(const State&, const Trade&);

// Ends a trade without effect and frees its services. Also for the host.
void end_trade(State&, Trade, TradeState, base::Instant now);

// True while this side has not answered yet.
bool awaits(const Trade&, Side);

// The names of the traded services, in one line.
std::string names_of(const State&, const TradeId&);

// Removes a service from the account, with its operations, transfers, links and automatic cart; invoices and trades stay.
void remove_service(State&, const ServiceId&);

}  // namespace model
