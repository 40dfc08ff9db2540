#include "model/trades/trade_events.hpp"

#include "model/billing/catalogue.hpp"
#include "model/find.hpp"
#include "model/people/grant.hpp"
#include "model/services/life.hpp"
#include "model/why.hpp"

#include <utility>

namespace model {
bool take_in(State& state, const TradeInvited& event, const Context& context)
{
    auto known = state.trades.get(event.trade.id);
    if (known && !lines_of(state, known->id).empty()) return false;
    auto trade       = event.trade;
    trade.invited_at = context.now;
    trade.told       = TradeNews::nothing;
    // The end arrived before the invitation.
    if (known) {
        trade.state   = known->state;
        trade.problem = known->problem;
        trade.told    = known->told;
    }
    trade.changed_at = context.now;
    state.trades.put(trade);
    for (const auto& line : event.lines) state.trade_lines.put(line);
    return true;
}

bool take_in(State& state, const TradeAgreed& event, const Context& context)
{
    auto trade = state.trades.get(event.trade);
    if (!trade || !awaits(*trade, event.by)) return false;
    const auto other  = event.by == Side::owner ? TradeState::awaiting_recipient : TradeState::awaiting_owner;
    trade->state      = trade->state == TradeState::awaiting_both ? other : TradeState::approved;
    trade->changed_at = context.now;
    return state.trades.put(*trade);
}

bool take_in(State& state, const TradeEnded& event, const Context& context)
{
    auto trade = state.trades.get(event.trade);
    if (!trade) {
        // The invitation has not arrived yet: leave a row that marks the trade as over for it.
        Trade over;
        over.id         = event.trade;
        over.state      = event.as;
        over.problem    = event.problem;
        over.changed_at = context.now;
        over.told       = TradeNews::end;
        return state.trades.put(over);
    }
    if (!is_open(trade->state) || trade->told == TradeNews::release) return false;
    trade->problem = event.problem;
    end_trade(state, *trade, event.as, context.now);
    return true;
}

bool take_in(State& state, const TradeReleased& event, const Context& context)
{
    auto trade = state.trades.get(event.trade.id);
    if (trade && trade->state == TradeState::done) return false;
    if (!trade) {
        trade             = event.trade;
        trade->invited_at = context.now;
        trade->told       = TradeNews::agreement;
    }
    for (const auto& line : event.lines) state.trade_lines.put(line);
    const auto today = day_of(context);
    const auto me    = profile_of(state).id.value;
    for (auto service : event.services) {
        service.account    = {me};
        service.auto_renew = false;
        if (service.condition == Condition::trade_in_progress) service.condition = Condition::ok;
        if (service.kind == ServiceKind::domain)
            if (const auto days = today.policy_of(service.name).hold_days; days > 0)
                service.held_until = base::days_after(today, days);
        state.services.put(service);
    }
    trade->state      = TradeState::done;
    trade->changed_at = context.now;
    return state.trades.put(*trade);
}

bool take_in(State& state, const TradeTaken& event, const Context& context)
{
    auto trade = state.trades.get(event.trade);
    if (!trade || trade->state != TradeState::executing) return false;
    trade->state      = TradeState::done;
    trade->changed_at = context.now;
    return state.trades.put(*trade);
}

std::optional<base::Problem> why_not_release(const State& state, const Trade& trade, Day today)
{
    for (const auto& line : lines_of(state, trade.id)) {
        const auto service = state.services.get(line.service);
        if (!service || !is_active(*service, today)) return because("operation.not_possible_any_more");
    }
    return {};
}

std::vector<Service> release(State& state, Trade trade, base::Instant now)
{
    std::vector<Service> services;
    for (const auto& line : lines_of(state, trade.id)) {
        auto service = state.services.get(line.service);
        if (!service) continue;
        // Links to the old owner's other services and the old owner's own words do not leave the account.
        service->linked_to      = {};
        service->main_domain    = {};
        service->offered_domain = {};
        service->label.clear();
        service->notes.clear();
        services.push_back(*service);
        drop_from_grants(state, service->id, now);
        remove_service(state, service->id);
    }
    trade.state      = TradeState::executing;
    trade.changed_at = now;
    trade.told       = TradeNews::release;
    state.trades.put(trade);
    return services;
}

bool is_complete(const Profile& profile)
{
    const bool somebody = !profile.company.empty() || !profile.last_name.empty();
    return somebody && !profile.email.empty() && !profile.address.empty() && !profile.city.empty() &&
           !profile.country.empty();
}

}  // namespace model
