#include "pages/home/home.hpp"

#include "model/billing/forecast.hpp"
#include "model/billing/renewal.hpp"
#include "model/billing/spending.hpp"
#include "pages/kit/notices.hpp"
#include "pages/kit/words.hpp"
#include "store/store.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/ui.hpp"

#include <algorithm>

namespace pages {
namespace {

namespace icons = ui::icons;

constexpr std::size_t first_alerts = 5;
constexpr std::size_t most_alerts  = 200;  // more are found by the lists

void look_ahead(Overview& seen, const model::State& state, model::Day today)
{
    const auto months = model::look_ahead(state, today);
    const auto sum    = model::sum_of(months);
    if (sum.services == 0) return;
    seen.ahead_in_words = ui::say("home.ahead_sum", {ui::count(sum.services), ui::money(sum.cost)});
    for (const auto& month : months) {
        const auto services = ui::count(month.services), cost = ui::money(month.cost);
        seen.ahead.push_back({.name   = ui::month(month.first),
                              .brief  = ui::short_month(month.first),
                              .height = month.cost.cents,
                              .amount = cost,
                              .number = services,
                              .words  = ui::say("home.ahead_words", {services, cost}),
                              .href   = address_of_month(month.first)});
    }
}

void look_back(Overview& seen, const model::State& state, model::Day today)
{
    const auto years = model::spending_by_year(model::paid_renewals(state), today);
    if (years.size() == 1 && years.front().payments == 0) return;
    for (const auto& one : years) {
        const auto year = std::to_string(one.year), paid = ui::money(one.paid);
        seen.spent.push_back({.name   = year,
                              .brief  = year,
                              .height = one.paid.cents,
                              .amount = paid,
                              .words  = ui::say("home.spent_words", {paid})});
    }
    seen.spent_in_words = ui::say("home.spent_sum", {seen.spent.back().name, seen.spent.back().amount});
}

// Exactly what the popup of such a renewal will ask for.
void price_together(Overview& seen, const model::State& state, model::Day today)
{
    seen.together = model::to_renew_together(state, seen.alerts, today);
    if (seen.together.size() < 2) return seen.together.clear();
    model::Rates rates;
    for (const auto& id : seen.together)
        if (const auto service = state.services.get(id))
            model::add(rates, model::renewal_price(state, *service, 1, today));
    seen.price = model::total_of(rates);
}

Overview look_over(const model::State& state, model::Day today)
{
    Overview seen;
    seen.counts     = model::count_services(state, today);
    seen.alerts     = model::alerts(state, today);
    const auto lost = std::ranges::find(seen.alerts, model::Remedy::none, &model::Alert::remedy);
    seen.saveable   = static_cast<std::size_t>(lost - seen.alerts.begin());
    price_together(seen, state, today);
    seen.latest = model::latest_services(state);

    seen.exchanges = model::latest_tickets(state);
    look_ahead(seen, state, today);
    look_back(seen, state, today);
    return seen;
}

base::TextKey verb_of(model::Remedy remedy)
{
    switch (remedy) {
    case model::Remedy::renew:      return "action.renew";
    case model::Remedy::reactivate: return "action.reactivate";
    case model::Remedy::restore:    return "action.restore";
    case model::Remedy::correct:    return "action.correct";
    case model::Remedy::none:       break;
    }
    return {};
}

void draw_tiles(const Overview& seen)
{
    const auto tile = [](std::size_t number, base::TextKey words, base::TextKey hint, std::string_view href,
                         ui::TileStyle style) {
        const auto digits = ui::count(static_cast<std::int64_t>(number));
        const auto below  = ui::say(hint, {digits});
        style.hint        = below;
        ui::tile(digits, ui::say(words, {digits}), href, style);
    };
    // Three side by side or stacked: two in a row and one below would suggest two kinds.
    constexpr float least = 196, apart = 16;
    const bool      abreast = ui::available_width() >= 3 * least + 2 * apart;
    ui::Grid        grid({.min = least, .max = abreast ? 3 : 1, .gap = apart});
    grid.cell();
    tile(seen.counts.hostings, "home.hostings", "home.active", address_of_kind(model::ServiceKind::hosting),
         {.icon = icons::server, .tone = ui::Tone::accent});
    grid.cell();
    tile(seen.counts.domains, "home.domains", "home.active", address_of_kind(model::ServiceKind::domain),
         {.icon = icons::globe, .tone = ui::Tone::accent});
    grid.cell();
    tile(seen.counts.expired, "home.expired", "home.expired_hint", address_of_tab(model::Tab::expired),
         {.icon = icons::history, .tone = seen.counts.expired > 0 ? ui::Tone::warning : ui::Tone::neutral});
}

// By when it must be done.
base::TextKey time_of(const model::Alert& alert)
{
    constexpr std::int32_t week = 7;
    if (alert.chance <= 0) return "home.today";
    return alert.chance <= week ? base::TextKey("home.this_week") : base::TextKey("home.this_month");
}

// Draws an alert; `first` is true until one has been drawn that can be acted upon.
void draw_alert(const model::Alert& alert, bool& first, Screen& screen)
{
    const auto& state   = screen.store.state();
    const auto  service = state.services.get(alert.service);
    if (!service) return;

    const bool  lost     = alert.remedy == model::Remedy::none;
    const bool  corrects = alert.remedy == model::Remedy::correct;
    const auto  reason   = corrects || lost ? std::nullopt : model::why_not_renew(state, *service, screen.today);
    const auto  why_not  = reason ? ui::say(*reason) : std::string();
    const auto  verb     = verb_of(alert.remedy);
    const auto  kind     = first && !lost && !reason ? ui::Kind::primary : ui::Kind::secondary;
    ui::IdScope id(alert.service.value);
    ui::IdScope about(base::key_name(alert.sentence));  // a service may have two alerts
    if (ui::alert_line(lost ? ui::Tone::neutral : tone_of(alert.level), ui::say(alert.sentence, alert.args),
                       lost ? ui::Label() : ui::Label(verb), service->label, why_not, kind))
        screen.ask(OpenAction{corrects ? act_details : act_renew, service->id});
    if (kind == ui::Kind::primary) first = false;
}

// As far in as the sentences' icons.
ui::StackStyle in_line() { return {.gap = 0, .indent = ui::is_phone() ? ui::space::l : 20}; }

// One payment for all that expires, above the alerts one by one.
void draw_together(const Overview& seen, Screen& screen)
{
    if (seen.together.empty()) return;
    constexpr float room_for_all = 560;
    const auto      services     = ui::count(static_cast<std::int64_t>(seen.together.size()));
    const bool      wide         = ui::available_width() >= room_for_all;
    const auto      words = ui::say(wide ? base::TextKey("home.renew_together") : base::TextKey("home.renew_brief"),
                                    {services, ui::money(seen.price)});
    const ui::Stack stack(in_line());
    if (ui::button(words, {.icon = icons::rotate_cw, .id = "together"})) screen.ask(OpenRenewal{seen.together});
    ui::gap(ui::space::s);
}

void draw_saveable(const Overview& seen, std::size_t shown, Screen& screen)
{
    bool first = true;
    for (std::size_t at = 0; at < shown;) {
        const auto time = time_of(seen.alerts[at]);
        ui::gap(ui::space::s);
        {
            const ui::Stack stack(in_line());
            ui::heading(time, 3);
        }
        const ui::Stack lines({.gap = 0});
        const ui::Group list(ui::Role::list, time);
        for (; at < shown && time_of(seen.alerts[at]) == time; ++at) draw_alert(seen.alerts[at], first, screen);
    }
}

// What can be saved no more: one line, which unfolds.
void draw_lost(Home& page, const Overview& seen, Screen& screen)
{
    const auto lost = seen.alerts.size() - seen.saveable;
    if (lost == 0) return;
    ui::line();
    {
        const ui::Stack inset({.inset = ui::space::m});
        const auto      words = ui::say("home.lost", {ui::count(static_cast<std::int64_t>(lost))});
        if (ui::button(words, {.kind     = ui::Kind::ghost,
                               .icon     = page.shows_lost ? icons::chevron_up : icons::chevron_down,
                               .small    = true,
                               .id       = "lost",
                               .expanded = page.shows_lost}))
            page.shows_lost = !page.shows_lost;
    }
    if (!page.shows_lost) return;
    const ui::Group list(ui::Role::list, "home.lost_list");
    bool            first = false;
    for (std::size_t at = 0; at < std::min(lost, most_alerts); ++at)
        draw_alert(seen.alerts[seen.saveable + at], first, screen);
}

void draw_alerts(Home& page, const Overview& seen, Screen& screen)
{
    ui::Card card("home.alerts", {.icon = icons::bell, .flush = !seen.alerts.empty()});
    if (seen.saveable == 0)
        ui::empty_state({.icon = icons::circle_check, .title = "home.no_alerts", .words = "home.no_alerts_hint"});
    draw_together(seen, screen);
    draw_saveable(seen, std::min(page.all_alerts ? most_alerts : first_alerts, seen.saveable), screen);
    if (seen.saveable > first_alerts) {
        const ui::Stack inset({.inset = ui::space::m});
        const auto      words = page.all_alerts
                                    ? ui::say("home.fewer_alerts")
                                    : ui::say("home.all_alerts", {ui::count(static_cast<std::int64_t>(seen.saveable))});
        if (ui::button(words, {.kind = ui::Kind::ghost, .small = true, .id = "more"}))
            page.all_alerts = !page.all_alerts;
    }
    draw_lost(page, seen, screen);
}

void draw_latest(const Overview& seen, const Screen& screen)
{
    const auto all = address_of_tab(model::Tab::active);
    ui::Card   card("home.latest", {.icon = icons::package, .flush = true, .link = "home.latest_all", .href = all});
    ui::Group  list(ui::Role::list, "home.latest");
    for (const auto& service : seen.latest) {
        ui::IdScope id(service.id.value);
        const auto  status = model::status_on(service, screen.today);
        ui::line_link(model::shown_name(service), address_of(service, screen.today),
                      {.icon  = icon_of(service.kind),
                       .hint  = ui::say("home.ordered_on", {ui::short_date(service.created_on)}),
                       .badge = ui::say(word(status)),
                       .tone  = tone_of(status)});
    }
}

void draw_exchanges(const Overview& seen, const Screen& screen)
{
    ui::Card card("home.exchanges", {.icon = icons::life_buoy, .flush = !seen.exchanges.empty()});
    if (seen.exchanges.empty()) {
        ui::empty_state({.icon = icons::life_buoy, .title = "home.no_exchanges", .words = "home.no_exchanges_hint"});
        return;
    }
    ui::Group list(ui::Role::list, "home.exchanges");
    for (const auto& ticket : seen.exchanges) {
        ui::IdScope id(ticket.id.value);
        const auto  service = screen.store.state().services.get(ticket.service);
        auto        hint    = ui::date_time(ticket.changed_at);
        if (service) hint = ui::say("home.exchange_line", {hint, model::shown_name(*service)});
        ui::line_link(ticket.subject, service ? address_of(*service, screen.today) : std::string("#/support"),
                      {.icon  = icons::life_buoy,
                       .hint  = std::move(hint),
                       .badge = ui::say(word(ticket.state)),
                       .tone  = tone_of(ticket.state)});
    }
}

std::string in_euros(std::int64_t cents) { return ui::whole_money({cents}); }

void draw_ahead(const Overview& seen)
{
    ui::Card card("home.ahead", {.icon = icons::calendar_days});
    if (seen.ahead.empty()) {
        ui::empty_state({.icon = icons::calendar_days, .title = "home.ahead_none", .words = "home.ahead_none_hint"});
        return;
    }
    ui::chart("home.ahead", seen.ahead,
              {.names   = "home.ahead_month",
               .numbers = "home.ahead_services",
               .amounts = "home.ahead_cost",
               .summary = seen.ahead_in_words,
               .mark    = in_euros,
               .unit    = 100});
}

void draw_spent(const Overview& seen)
{
    ui::Card card("home.spent", {.icon = icons::receipt_text});
    if (seen.spent.empty()) {
        ui::empty_state({.icon = icons::receipt_text, .title = "home.spent_none", .words = "home.spent_none_hint"});
        return;
    }
    ui::chart("home.spent", seen.spent,
              {.names   = "home.spent_year",
               .amounts = "home.spent_amount",
               .summary = seen.spent_in_words,
               .mark    = in_euros,
               .unit    = 100});
}

// Shown without any services: only a button to import an account.
void draw_nothing_yet(Screen& screen)
{
    ui::Card card("home.latest", {.icon = icons::package});
    if (ui::empty_state({.icon   = icons::inbox,
                         .title  = "home.no_services",
                         .words  = "home.no_services_hint",
                         .action = "account.import"}))
        screen.ask(PickAccountFile{});
}

}  // namespace

void draw(Home& page, Screen& screen)
{
    const auto& store = screen.store;
    const auto& seen  = page.overview.of(screen, [&] { return look_over(store.state(), screen.today); });
    const auto  fresh = ui::say("home.freshness", {ui::short_date(screen.today), ui::clock_time(screen.store.now())});

    ui::Page scope({.title = "nav.home", .hint = fresh});
    draw_notices(screen);
    draw_tiles(seen);

    if (store.state().services.empty()) return draw_nothing_yet(screen);

    // Alerts are sentences and the chart has many months: they get two thirds of three columns, otherwise a line of
    // their own.
    ui::Grid   grid({.min = 280, .max = 3});
    const bool two = grid.columns() == 2;
    grid.cell(2);
    draw_alerts(page, seen, screen);
    if (!two) {
        grid.cell();
        draw_latest(seen, screen);
    }
    grid.cell(2);
    draw_ahead(seen);
    if (two) {
        grid.cell();
        draw_latest(seen, screen);
    }
    grid.cell();
    draw_spent(seen);
    grid.cell(grid.columns());
    draw_exchanges(seen, screen);
}

}  // namespace pages
