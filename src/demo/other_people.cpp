// Simulates the other account of a trade or grant, from this account's row.
#include "demo/mailbox.hpp"
#include "demo/outside.hpp"
#include "host/letters.hpp"
#include "model/billing/catalogue.hpp"
#include "model/find.hpp"

#include <cstdint>

namespace demo {
namespace {

using namespace model;

constexpr std::int64_t begins_ms = 2'000, takes_ms = 3'000, agrees_ms = 5'000;

// In the demo every account's profile is complete, except this one's.
constexpr std::string_view incomplete_account = "C-000000";

bool we_own(const State& state, const Trade& trade) { return trade.from.value == profile_of(state).id.value; }

std::string letter_name(const Trade& trade, Side side)
{
    return "mail-" + trade.id.value + "-" + std::string(base::name_of(side));
}

// Writes to the other account's customer just as to ours; both letters are in the same mailbox.
void write_invitation(State& state, const Trade& trade, Side side, base::Instant now)
{
    const bool owner = side == Side::owner;
    post(state, {.name    = letter_name(trade, side),
                 .at      = now,
                 .to      = owner ? trade.from.value + "@clients.host.example" : trade.to_email,
                 .subject = owner ? base::TextKey("mail.trade_owner") : base::TextKey("mail.trade_recipient"),
                 .body    = owner ? base::TextKey("mail.trade_owner_body") : base::TextKey("mail.trade_recipient_body"),
                 .args    = {names_of(state, trade.id), trade.from.value, trade.to.value, trade.until},
                 .link_words = "mail.trade_link",
                 .link       = "#/confirm/trade/" + trade.id.value + "?side=" + std::string(base::name_of(side))});
}

void write_end(State& state, const Trade& trade, Side side, TradeState ended, base::Instant now)
{
    const auto words = host::words_of_end(ended);
    if (words.subject.empty()) return;
    post(state, {.name    = "mail-" + trade.id.value + "-" + std::string(base::name_of(ended)) + "-" +
                            std::string(base::name_of(side)),
                 .at      = now,
                 .to      = side == Side::owner ? trade.from.value + "@clients.host.example" : trade.to_email,
                 .subject = words.subject,
                 .body    = words.body,
                 .args    = {names_of(state, trade.id), trade.from.value, trade.to.value, trade.until}});
}

// The services that our customer receives from another account, which does not exist in the demo.
std::vector<Service> invented_services(const State& state, const Trade& trade, Day today)
{
    std::vector<Service> services;
    for (const auto& line : lines_of(state, trade.id)) {
        Service service;
        service.id         = line.service;
        service.kind       = line.name.find('.') == std::string::npos ? ServiceKind::hosting : ServiceKind::domain;
        service.name       = line.name;
        service.created_on = base::days_after(today, -400);
        service.expires_on = base::days_after(today, 200);
        if (service.kind == ServiceKind::domain) service.nameservers = nameservers_of_host(today.catalogue());
        services.push_back(std::move(service));
    }
    return services;
}

}  // namespace

void other_side_hears(State& state, const Event& event, base::Instant now)
{
    const auto hears = [&](const TradeId& id, TradeState ended) {
        const auto trade = state.trades.get(id);
        if (trade) write_end(state, *trade, we_own(state, *trade) ? Side::recipient : Side::owner, ended, now);
    };
    if (const auto* over = std::get_if<TradeEnded>(&event)) hears(over->trade, over->as);
    if (const auto* taken = std::get_if<TradeTaken>(&event)) hears(taken->trade, TradeState::done);
}

bool is_of_other_side(const State& state, const AnswerTrade& answer)
{
    const auto trade = state.trades.get(answer.trade);
    return trade && we_own(state, *trade) != (answer.side == Side::owner);
}

Event other_side_says(const State& state, const AnswerTrade& answer)
{
    const auto trade = state.trades.get(answer.trade);
    if (answer.agreed && answer.side == Side::recipient && trade && trade->to.value == incomplete_account)
        return TradeEnded{answer.trade, TradeState::failed,
                          std::string(base::key_name(base::TextKey("trade.recipient_incomplete")))};
    if (answer.agreed) return TradeAgreed{answer.trade, answer.side};
    const bool owner = answer.side == Side::owner;
    return TradeEnded{answer.trade, TradeState::refused,
                      std::string(base::key_name(owner ? base::TextKey("trade.owner_said_no")
                                                       : base::TextKey("trade.recipient_said_no")))};
}

std::optional<std::int64_t> other_side_acts_at(const State& state, std::uint32_t row)
{
    const auto trade = state.trades.row(row);
    const bool ours  = we_own(state, trade);
    const auto other = ours ? Side::recipient : Side::owner;
    if (awaits(trade.state) && trade.told != TradeNews::nothing && awaits(trade, other) &&
        !state.messages.contains({letter_name(trade, other)}))
        return trade.changed_at.ms;
    if (!ours && trade.state == TradeState::approved && trade.told == TradeNews::agreement)
        return trade.changed_at.ms + begins_ms;
    if (ours && trade.state == TradeState::executing) return trade.changed_at.ms + takes_ms;
    return {};
}

void other_side_acts(State& state, const Trade& trade, const Context& context)
{
    const bool ours = we_own(state, trade);
    if (awaits(trade.state)) return write_invitation(state, trade, ours ? Side::recipient : Side::owner, context.now);
    if (ours && trade.state == TradeState::executing) {
        take_in(state, TradeTaken{trade.id}, context);
        return write_end(state, trade, Side::recipient, TradeState::done, context.now);
    }
    if (!ours)
        take_in(state,
                TradeReleased{trade, lines_of(state, trade.id), invented_services(state, trade, day_of(context))},
                context);
}

std::optional<std::int64_t> other_side_answers_at(const State& state, std::uint32_t row)
{
    const auto grant = state.grants.row(row);
    if (grant.state != GrantState::pending || grant.to_tell || is_asked(state, grant)) return {};
    return grant.changed_at.ms + agrees_ms;
}

void other_side_answers(State& state, const Grant& grant, const Context& context)
{
    const auto other = is_owner(state, grant) ? grant.contact : grant.owner;
    auto       told  = grant;
    told.state       = other.value == incomplete_account ? GrantState::declined : GrantState::active;
    if (is_owner(state, grant)) {
        take_in(state, GrantAnswered{told}, context);
        return;
    }
    if (told.version < INT64_MAX) ++told.version;
    GrantShown event{told, {}};
    if (told.state == GrantState::active && grant.role == ContactRole::technical) {
        Service service;
        service.id         = {"s-of-" + other.value};
        service.name       = "site" + other.value.substr(2, 5);
        service.account    = {other.value};
        service.created_on = base::days_after(day_of(context), -500);
        service.expires_on = base::days_after(day_of(context), 230);
        event.copies.push_back({service.id, shown_to_contact(service, other)});
    }
    take_in(state, event, context);
}

}  // namespace demo
