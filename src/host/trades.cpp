#include "host/trades.hpp"

#include "base/text.hpp"
#include "host/due.hpp"
#include "host/letters.hpp"
#include "model/billing/catalogue.hpp"
#include "model/services/life.hpp"

namespace host {
namespace {

using namespace model;

constexpr std::int64_t begins_ms = 2'000, executes_ms = 3'000;

bool is_invited(const State& state, const Trade& trade)
{
    return state.messages.contains({"mail-" + trade.id.value + "-owner"});
}

std::optional<base::Instant> due_at(const State& state, const Trade& trade)
{
    if (!is_open(trade.state)) return {};
    if (trade.state == TradeState::approved) return base::ms_after(trade.changed_at, begins_ms);
    if (trade.state == TradeState::executing) return base::ms_after(trade.changed_at, executes_ms);
    // Both are written to as soon as the host hears of it.
    if (trade.owner_token.empty() && trade.recipient_token.empty() && !is_invited(state, trade)) return trade.asked_at;
    return base::paris_midnight(base::days_after(trade.until, 1));
}

std::string customer_email(const State& state, const Trade& trade, Side side)
{
    const bool mine = (side == Side::owner ? trade.from.value : trade.to.value) == state.profile.account;
    if (mine) return state.profile.email;
    return side == Side::recipient ? trade.to_email : trade.from.value + "@clients.host.example";
}

void write_to(State& state, const Trade& trade, Side side, std::string_view what, base::TextKey subject,
              base::TextKey body, base::Instant at, base::TextKey link_words = {}, std::string link = {})
{
    send(state, "mail-" + trade.id.value + "-" + std::string(what) + std::string(base::name_of(side)), at,
         {customer_email(state, trade, side),
          subject,
          body,
          {base::joined(trade.names), trade.from.value, trade.to.value, base::to_iso(trade.until)},
          {},
          link_words,
          std::move(link)});
}

void invite(State& state, Trade trade, base::Instant at)
{
    trade.owner_token     = token_of(trade.id.value + "/owner", at);
    trade.recipient_token = token_of(trade.id.value + "/recipient", at);
    state.trades.put(trade);
    const auto link = "#/confirm/trade/" + trade.id.value;
    write_to(state, trade, Side::owner, "", "mail.trade_owner", "mail.trade_owner_body", at, "mail.trade_link",
             link + "?side=owner&token=" + trade.owner_token);
    write_to(state, trade, Side::recipient, "", "mail.trade_recipient", "mail.trade_recipient_body", at,
             "mail.trade_link", link + "?side=recipient&token=" + trade.recipient_token);
}

void write_to_both(State& state, const Trade& trade, std::string_view what, base::TextKey subject, base::TextKey body,
                   base::Instant at)
{
    write_to(state, trade, Side::owner, what, subject, body, at);
    write_to(state, trade, Side::recipient, what, subject, body, at);
}

// What came to the customer from somebody else's account.
void take_over(State& state, const Trade& trade, base::Date today)
{
    for (std::size_t at = 0; at < trade.services.size() && at < trade.names.size(); ++at) {
        Service service;
        service.id      = {trade.services[at]};
        service.kind    = trade.names[at].find('.') == std::string::npos ? ServiceKind::hosting : ServiceKind::domain;
        service.name    = trade.names[at];
        service.account = {state.profile.account};
        service.created_on = base::days_after(today, -400);
        service.expires_on = base::days_after(today, 200);
        if (service.kind == ServiceKind::domain) {
            service.nameservers = {host_nameservers.begin(), host_nameservers.end()};
            if (const auto hold = policy_of(service.name).hold_days; hold > 0)
                service.held_until = base::days_after(today, hold);
        }
        state.services.put(service);
    }
}

void execute(State& state, Trade trade, base::Instant at)
{
    const auto today = base::paris_day(at);
    if (trade.from.value == state.profile.account) {
        // All of them, or none.
        for (const auto& id : trade.services) {
            const auto service = state.services.get({id});
            if (service && is_active(*service, today)) continue;
            trade.problem = base::key_name("operation.not_possible_any_more");
            end_trade(state, trade, TradeState::failed, at);
            return write_to_both(state, trade, "failed-", "mail.trade_failed", "mail.trade_failed_body", at);
        }
        for (const auto& id : trade.services) remove_service(state, {id});
    } else {
        take_over(state, trade, today);
    }
    end_trade(state, trade, TradeState::done, at);
    write_to_both(state, trade, "done-", "mail.trade_done", "mail.trade_done_body", at);
}

// In the demo the host knows of every account but this one that its profile is complete.
constexpr std::string_view incomplete_account = "C-000000";

void go_on(State& state, Trade trade, base::Instant at)
{
    switch (trade.state) {
    case TradeState::approved:
        if (trade.to.value == incomplete_account) {
            trade.problem = base::key_name("trade.recipient_incomplete");
            end_trade(state, trade, TradeState::failed, at);
            return write_to_both(state, trade, "failed-", "mail.trade_failed", "mail.trade_failed_body", at);
        }
        trade.state      = TradeState::executing;
        trade.changed_at = at;
        state.trades.put(trade);
        return;
    case TradeState::executing: return execute(state, trade, at);
    default:                    break;
    }
    if (!is_invited(state, trade) && trade.owner_token.empty() && trade.recipient_token.empty())
        return invite(state, trade, at);
    end_trade(state, trade, TradeState::expired, at);
    write_to_both(state, trade, "expired-", "mail.trade_expired", "mail.trade_expired_body", at);
}

}  // namespace

bool advance_trades(State& state, base::Instant now)
{
    return advance_due(
        state.trades, now, [&](const Trade& trade) { return due_at(state, trade); },
        [&](const Trade& trade, base::Instant at) { go_on(state, trade, at); });
}

std::optional<base::Instant> next_trade_at(const State& state)
{
    return earliest(state.trades, [&](const Trade& trade) { return due_at(state, trade); });
}

}  // namespace host
