#include "model/trades/trade.hpp"

#include "base/must.hpp"
#include "base/pasted.hpp"
#include "base/written.hpp"
#include "model/billing/cart.hpp"
#include "model/find.hpp"
#include "model/people/identity.hpp"
#include "model/why.hpp"

#include <algorithm>

namespace model {
namespace {

void hold(State& state, const Trade& trade, bool held)
{
    for (const auto& line : lines_of(state, trade.id)) {
        auto service = state.services.get(line.service);
        if (!service) continue;
        if (held) service->condition = Condition::trade_in_progress;
        else if (service->condition == Condition::trade_in_progress) service->condition = Condition::ok;
        state.services.put(*service);
    }
}

}  // namespace

std::optional<base::Problem> why_not_trade(const State& state, const Service& service, Day today)
{
    if (auto reason = why_gone(service, today)) return reason;
    if (!is_mine(service)) return because("why.owner_only", {service.owner.value});
    if (service.status == Status::pending) return because("why.not_delivered");
    if (!is_active(service, today))
        return service.kind == ServiceKind::domain ? because("why.expired")
                                                   : because("why.hosting_not_active", {service.name});
    if (service.condition == Condition::trade_in_progress) return because("why.trade_under_way");
    if (service.kind == ServiceKind::domain)
        if (auto reason = why_held(service)) return reason;
    if (is_set(service.held_until) && today <= service.held_until)
        return because("why.held_until", {service.held_until});
    if (is_in_a_cart(state, service)) return because("why.unpaid_cart");
    return why_busy(state, service);
}

base::Problems check(const State& state, const StartTrade& command, const Context& context)
{
    base::Problems problems;
    check_services(problems, state, command.services, most_traded, day_of(context), why_not_trade);
    const auto to = base::pasted_account(command.to);
    refuse(problems, fault_of_account_id(to), "to");
    if (to == profile_of(state).id.value) problems.add("to", "trade.to_oneself");
    refuse(problems, fault_of_email(base::pasted_email(command.to_email)), "to_email");
    check_words(problems, "holder", command.holder, max_holder_characters);
    require_words(problems, "reason", command.reason, max_reason_characters, Lines::several);
    if (!command.terms) problems.add("terms", "trade.terms_missing");
    return problems;
}

void perform(State& state, const StartTrade& command, const Context& context)
{
    Trade trade;
    trade.id              = {"trade-" + context.seed};
    trade.from            = {profile_of(state).id.value};
    trade.to              = {base::pasted_account(command.to)};
    trade.to_email        = base::pasted_email(command.to_email);
    trade.holder          = base::tidied(command.holder);
    trade.reason          = base::tidied(command.reason, Lines::several);
    trade.asked_at        = context.now;
    trade.changed_at      = context.now;
    trade.until           = base::days_after(day_of(context), trade_days);
    std::int32_t position = 0;
    for (const auto& id : command.services) {
        TradeLine line;
        line.position = ++position;
        line.id       = line_id<TradeLine>(trade.id, static_cast<std::size_t>(position));
        line.trade    = trade.id;
        line.service  = {id};
        line.name     = shown_name(base::required(state.services.get({id})));
        state.trade_lines.put(line);
    }
    hold(state, trade, true);
    state.trades.put(trade);
}

bool awaits(const Trade& trade, Side side)
{
    return trade.state == TradeState::awaiting_both ||
           trade.state == (side == Side::owner ? TradeState::awaiting_owner : TradeState::awaiting_recipient);
}

std::string names_of(const State& state, const TradeId& trade)
{
    std::vector<std::string> names;
    for (const auto& line : lines_of(state, trade)) names.push_back(line.name);
    return base::joined(names);
}

base::Problems check(const State& state, const AnswerTrade& command, const Context&)
{
    base::Problems problems;
    const auto     trade = state.trades.get(command.trade);
    if (!trade || !is_set(trade->invited_at) || !awaits(*trade, command.side)) problems.add("", "why.link_used");
    return problems;
}

void perform(State& state, const AnswerTrade& command, const Context& context)
{
    auto trade = base::required(state.trades.get(command.trade));
    if (!command.agreed) {
        trade.problem = base::key_name(command.side == Side::owner ? base::TextKey("trade.owner_said_no")
                                                                   : base::TextKey("trade.recipient_said_no"));
        return end_trade(state, trade, TradeState::refused, context.now);
    }
    const auto waits_for_other = command.side == Side::owner ? TradeState::awaiting_recipient
                                                             : TradeState::awaiting_owner;
    trade.state                = trade.state == TradeState::awaiting_both ? waits_for_other : TradeState::approved;
    trade.changed_at           = context.now;
    state.trades.put(trade);
}

std::optional<base::Problem> why_not_cancel(const State& state, const Trade& trade)
{
    if (!awaits(trade.state)) return because("why.trade_over");
    if (trade.from.value != profile_of(state).id.value) return because("why.owner_only", {trade.from.value});
    return {};
}

base::Problems check(const State& state, const CancelTrade& command, const Context&)
{
    base::Problems problems;
    if (const auto trade = state.trades.get(command.trade)) refuse(problems, why_not_cancel(state, *trade));
    else problems.add("", "why.no_such_trade");
    return problems;
}

void perform(State& state, const CancelTrade& command, const Context& context)
{
    end_trade(state, base::required(state.trades.get(command.trade)), TradeState::cancelled, context.now);
}

void end_trade(State& state, Trade trade, TradeState ended, base::Instant now)
{
    trade.state      = ended;
    trade.changed_at = now;
    if (trade.from.value == profile_of(state).id.value) hold(state, trade, false);
    state.trades.put(trade);
}

void remove_service(State& state, const ServiceId& gone)
{
    const auto service = state.services.get(gone);
    if (!service) return;
    for (auto domain : domains_of(state, gone)) {
        domain.linked_to = {};
        state.services.put(domain);
    }
    // The main domain is always linked to its hosting account; the offered one may be unlinked: look for both.
    for (auto hosting : {state.services.get(service->linked_to), hosting_that_offers(state, gone)}) {
        if (hosting) hosting = state.services.get(hosting->id);
        if (!hosting) continue;
        if (hosting->main_domain == gone) hosting->main_domain = {};
        if (hosting->offered_domain == gone) hosting->offered_domain = {};
        state.services.put(*hosting);
    }
    for (const auto& operation : operations_of(state, gone)) state.operations.erase(operation.id);
    for (const auto& transfer : transfers_of(state, gone)) state.transfers.erase(transfer.id);
    drop_automatic_cart(state, *service);
    state.services.erase(gone);
}

}  // namespace model
