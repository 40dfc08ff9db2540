// A trade from the point of view of one account: letters to its customer, events to the other account, expiry.
#include "base/must.hpp"
#include "host/deadlines.hpp"
#include "host/letters.hpp"
#include "model/find.hpp"
#include "model/trades/trade_events.hpp"

#include <utility>

namespace host {
namespace {

using namespace model;

bool is_owner(const State& state, const Trade& trade) { return trade.from.value == profile_of(state).id.value; }

base::Instant end_of(const Trade& trade) { return base::paris_midnight(base::days_after(trade.until, 1)); }

// The owner's side can expire until both have agreed, the recipient's only until it has agreed itself.
bool can_time_out(const Trade& trade, bool owner)
{
    return awaits(trade.state) && is_set(trade.until) && (owner || awaits(trade, Side::recipient));
}

// True if the customer or the other account must be told something.
bool has_news(const Trade& trade, bool owner)
{
    if (!is_open(trade.state)) return trade.told != TradeNews::end;
    if (trade.told == TradeNews::nothing) return true;
    if (owner)
        return trade.state == TradeState::approved ||
               (trade.state == TradeState::awaiting_recipient && trade.told == TradeNews::invitation);
    return !awaits(trade, Side::recipient) && trade.told == TradeNews::invitation;
}

void write(const State& state, const Trade& trade, bool owner, std::string_view what, LetterWords words,
           base::Instant at, Done& done, base::TextKey link_words = {}, std::string link = {})
{
    const auto side = base::name_of(owner ? Side::owner : Side::recipient);
    send(done.effects, {.name       = "mail-" + trade.id.value + "-" + std::string(what) + std::string(side),
                        .at         = at,
                        .to         = profile_of(state).email,
                        .subject    = words.subject,
                        .body       = words.body,
                        .args       = {names_of(state, trade.id), trade.from.value, trade.to.value, trade.until},
                        .link_words = link_words,
                        .link       = std::move(link)});
}

void invite(State& state, Trade& trade, bool owner, base::Instant now, Done& done)
{
    if (owner) {
        trade.invited_at = now;
        done.effects.emplace_back(Deliver{{trade.to.value}, TradeInvited{trade, lines_of(state, trade.id)}});
    }
    const LetterWords words = owner ? LetterWords{"mail.trade_owner", "mail.trade_owner_body"}
                                    : LetterWords{"mail.trade_recipient", "mail.trade_recipient_body"};
    write(state, trade, owner, "", words, now, done, "mail.trade_link",
          "#/confirm/trade/" + trade.id.value +
              "?side=" + std::string(base::name_of(owner ? Side::owner : Side::recipient)));
    trade.told = TradeNews::invitation;
    state.trades.put(trade);
}

void fail(State& state, Trade& trade, base::TextKey problem, base::Instant now)
{
    trade.problem = base::key_name(problem);
    end_trade(state, trade, TradeState::failed, now);
}

void tell_end(State& state, Trade trade, bool owner, Done& done)
{
    const AccountId other{owner ? trade.to.value : trade.from.value};
    if (trade.state != TradeState::done)
        done.effects.emplace_back(Deliver{other, TradeEnded{trade.id, trade.state, trade.problem}});
    else if (!owner) done.effects.emplace_back(Deliver{other, TradeTaken{trade.id}});
    if (const auto words = words_of_end(trade.state); !words.subject.empty())
        write(state, trade, owner, std::string(base::name_of(trade.state)) + "-", words, trade.changed_at, done);
    trade.told = TradeNews::end;
    state.trades.put(trade);
}

}  // namespace

std::optional<std::int64_t> trade_due(const State& state, std::uint32_t row)
{
    const auto trade = state.trades.row(row);
    const bool owner = is_owner(state, trade);
    if (has_news(trade, owner)) return trade.changed_at.ms;
    if (can_time_out(trade, owner)) return end_of(trade).ms;
    return {};
}

void look_after_trade(State& state, Trade trade, const Context& context, Done& done)
{
    const bool owner = is_owner(state, trade);
    if (can_time_out(trade, owner) && end_of(trade) <= context.now) {
        end_trade(state, trade, TradeState::expired, end_of(trade));
        trade = base::required(state.trades.get(trade.id));
    }
    if (!has_news(trade, owner)) return;
    done.changed = true;
    if (!is_open(trade.state)) return tell_end(state, trade, owner, done);
    if (trade.told == TradeNews::nothing) return invite(state, trade, owner, context.now, done);

    if (owner && trade.state == TradeState::approved) {
        // All services, or none.
        if (why_not_release(state, trade, day_of(context)))
            return fail(state, trade, "operation.not_possible_any_more", context.now);
        auto lines    = lines_of(state, trade.id);
        auto services = release(state, trade, context.now);
        done.effects.emplace_back(
            Deliver{{trade.to.value}, TradeReleased{trade, std::move(lines), std::move(services)}});
        return;
    }
    if (!owner && !is_complete(profile_of(state))) return fail(state, trade, "trade.recipient_incomplete", context.now);
    done.effects.emplace_back(Deliver{{owner ? trade.to.value : trade.from.value},
                                      TradeAgreed{trade.id, owner ? Side::owner : Side::recipient}});
    trade.told = TradeNews::agreement;
    state.trades.put(trade);
}

}  // namespace host
