#include "pages/trades/trades.hpp"

#include "base/text.hpp"
#include "pages/kit/command_popup.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/ui.hpp"

namespace pages {
namespace {

namespace icons = ui::icons;

enum class TradeAct : std::uint8_t { follow, cancel };

enum Sorted : int { by_name, by_from, by_to, by_state, by_asked, by_until };

std::string key_of(const TradeRow& row, int column)
{
    switch (column) {
    case by_from:  return row.trade.from.value;
    case by_to:    return row.trade.to.value;
    case by_state: return base::sort_fold(ui::say(word(row.trade.state)));
    case by_asked: return sort_key(row.trade.asked_at.ms);
    case by_until: return sort_key(row.trade.until.days);
    default:       return base::sort_fold(row.names);
    }
}

constexpr ui::Column<TradeRow> columns[] = {
    {"trade.services", 0, [](const TradeRow& row) { return row.names; }, {.sort = by_name, .priority = 0}},
    {"trade.from",
     130,
     [](const TradeRow& row) { return row.trade.from.value; },
     {.sort = by_from, .priority = 3, .on_card = false}},
    {"trade.to", 130, [](const TradeRow& row) { return row.trade.to.value; }, {.sort = by_to, .priority = 1}},
    {"trade.state",
     250,
     [](const TradeRow& row) { return ui::Cell(ui::say(word(row.trade.state)), tone_of(row.trade.state)); },
     {.sort = by_state, .priority = 0}},
    {"trade.asked",
     130,
     [](const TradeRow& row) { return ui::short_date(base::paris_day(row.trade.asked_at)); },
     {.sort = by_asked, .priority = 2, .on_card = false}},
    {"trade.until",
     130,
     [](const TradeRow& row) {
         return ui::or_dash(model::awaits(row.trade.state) ? ui::short_date(row.trade.until) : std::string());
     },
     {.sort = by_until, .priority = 1}},
};

constexpr ui::RowAction<TradeRow, TradeAct> actions[] = {
    {TradeAct::follow, "trade.follow", nullptr, {.icon = icons::arrow_right_left}},
    {TradeAct::cancel,
     "trade.cancel",
     [](const TradeRow& row) { return model::why_not_cancel(*row.state, row.trade); },
     {.icon = icons::circle_x, .danger = true}},
};

std::string address_of(const model::Trade& trade) { return to_hash({"services", "trade", trade.id.value, {}}); }

std::vector<ui::Step> steps_of(const model::Trade& trade)
{
    using enum model::TradeState;
    const auto state_of = [&](bool done) {
        return done ? ui::StepState::done : model::awaits(trade.state) ? ui::StepState::current : ui::StepState::to_do;
    };
    const bool both  = trade.state >= approved && trade.state <= done;
    const auto until = ui::say("transfer.until", {ui::short_date(trade.until)});

    std::vector<ui::Step> steps;
    steps.push_back(
        {.words = ui::say("trade.step_asked"), .hint = ui::date_time(trade.asked_at), .state = ui::StepState::done});
    const bool ended_badly = trade.state > done;
    if (ended_badly) {
        auto hint = ui::say_known(trade.problem);
        steps.push_back({.words = ui::say(word(trade.state)),
                         .hint  = hint.empty() ? ui::date_time(trade.changed_at) : hint,
                         .state = ui::StepState::failed});
        return steps;
    }
    const bool owner = both || trade.state == awaiting_recipient, recipient = both || trade.state == awaiting_owner;
    steps.push_back({.words = ui::say("trade.step_owner", {trade.from.value}),
                     .hint  = owner ? std::string() : until,
                     .state = state_of(owner)});
    steps.push_back({.words = ui::say("trade.step_recipient", {trade.to.value}),
                     .hint  = recipient ? std::string() : until,
                     .state = state_of(recipient)});
    steps.push_back({.words = ui::say("trade.step_executed"),
                     .state = trade.state == done ? ui::StepState::done
                              : both              ? ui::StepState::current
                                                  : ui::StepState::to_do});
    return steps;
}

void ask_to_cancel(const model::Trade& trade, Screen& screen)
{
    screen.ask(AskFirst{.command = model::CancelTrade{trade.id},
                        .title   = "trade.cancel",
                        .words   = "trade.cancel_words",
                        .verb    = "trade.cancel",
                        .keep    = "trade.keep",
                        .about   = model::names_of(screen.store.state(), trade.id),
                        .said    = ui::say("trade.is_cancelled")});
}

void draw_popup(AddressPopup& popup, Screen& screen)
{
    if (!follow_address(popup, screen).open) return;
    const auto trade = screen.store.state().trades.get({popup.item});
    if (!trade) {
        popup.open = false;
        return;
    }
    ui::DialogScope dialog(popup, "trade.title", {.icon = icons::arrow_right_left});
    if (!dialog) return;
    std::vector<ui::Fact> facts{{.label = "trade.services", .value = model::names_of(screen.store.state(), trade->id)},
                                {.label = "trade.from", .value = trade->from.value},
                                {.label = "trade.to", .value = trade->to.value, .hint = trade->to_email}};
    if (!trade->holder.empty()) facts.push_back({.label = "trade.holder", .value = trade->holder});
    facts.push_back({.label = "trade.reason", .value = trade->reason});
    ui::facts(facts, "trade.title");
    ui::steps("trade.steps", steps_of(*trade));
    if (model::awaits(trade->state)) ui::notice(ui::Tone::info, "trade.look_in_mail");
    dialog.footer();
    if (!model::why_not_cancel(screen.store.state(), *trade) && ui::button("trade.cancel")) {
        ask_to_cancel(*trade, screen);
        dialog.close();
    }
    if (ui::button("common.close", {.kind = ui::Kind::primary})) dialog.close();
}

}  // namespace

void draw_trade_button(Screen& screen)
{
    ui::PageActions beside_the_title;
    if (ui::button("trade.start", {.kind = ui::Kind::primary, .icon = icons::plus})) screen.ask(OpenTrade{});
}

void draw(Trades& page, Screen& screen)
{
    const ui::List<TradeRow, TradeAct> list{
        .columns        = columns,
        .actions        = actions,
        .id             = [](const TradeRow& row) { return row.trade.id.value; },
        .name           = [](const TradeRow& row) { return row.names; },
        .href           = [](const TradeRow& row) { return address_of(row.trade); },
        .icon           = icons::arrow_right_left,
        .when_none      = "trade.none",
        .when_none_hint = "trade.none_hint",
    };
    const auto all = [&] {
        const auto&           state = screen.store.state();
        std::vector<TradeRow> rows;
        for (const model::Trade& trade : state.trades)
            rows.push_back({trade, model::names_of(state, trade.id), &state});
        return rows;
    };
    if (const auto picked = draw_few(page.rows, "services.tab_trade", list, {key_of, {by_asked, true}}, screen, all)) {
        if (picked->act == TradeAct::cancel) ask_to_cancel(picked->row.trade, screen);
        else screen.open(parse_route(address_of(picked->row.trade)));
    }
    draw_popup(page.popup, screen);
}

}  // namespace pages
