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

Overview look_over(const model::State& state, model::Day today)
{
    Overview seen;
    seen.counts = model::count_services(state, today);
    seen.alerts = model::alerts(state, today);
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

void draw_alert(const model::Alert& alert, Screen& screen)
{
    const auto& state   = screen.store.state();
    const auto  service = state.services.get(alert.service);
    if (!service) return;

    const bool  corrects = alert.remedy == model::Remedy::correct;
    const auto  reason   = corrects ? std::nullopt : model::why_not_renew(state, *service, screen.today);
    const auto  why_not  = reason ? ui::say(*reason) : std::string();
    const auto  hint     = service->label;
    ui::IdScope id(alert.service.value);
    ui::IdScope about(base::key_name(alert.sentence));  // a service may have two alerts
    if (ui::alert_line(tone_of(alert.level), ui::say(alert.sentence, alert.args), verb_of(alert.remedy), hint, why_not))
        screen.ask(OpenAction{corrects ? act_details : act_renew, service->id});
}

void draw_alerts(Home& page, const Overview& seen, Screen& screen)
{
    ui::Card card("home.alerts", {.icon = icons::bell, .flush = !seen.alerts.empty()});
    if (seen.alerts.empty()) {
        ui::empty_state({.icon = icons::circle_check, .title = "home.no_alerts", .words = "home.no_alerts_hint"});
        return;
    }
    const auto shown = page.all_alerts ? seen.alerts.size() : std::min(first_alerts, seen.alerts.size());
    {
        ui::Group list(ui::Role::list, "home.alerts");
        for (std::size_t index = 0; index < shown; ++index) draw_alert(seen.alerts[index], screen);
    }
    if (seen.alerts.size() <= first_alerts) return;
    ui::Stack  inset({.inset = ui::space::m});
    const auto words = page.all_alerts ? ui::say("home.fewer_alerts")
                                       : ui::say("home.all_alerts", {std::to_string(seen.alerts.size())});
    if (ui::button(words, {.kind = ui::Kind::ghost, .small = true, .id = "more"})) page.all_alerts = !page.all_alerts;
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
