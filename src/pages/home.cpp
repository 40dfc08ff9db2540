#include "pages/home.hpp"

#include "pages/notices.hpp"
#include "pages/words.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/ui.hpp"

#include <algorithm>

namespace pages {
namespace {

namespace icons = ui::icons;

constexpr std::size_t first_alerts = 5;

Overview look_over(const model::State& state, base::Date today)
{
    Overview seen;
    seen.counts  = model::count_active(state, today);
    seen.expired = state.services.size() - seen.counts.hostings - seen.counts.domains;
    seen.alerts  = model::alerts(state, today);
    seen.latest  = model::latest_services(state);
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
    const auto tile = [](std::size_t number, base::TextKey words, std::string_view href, ui::TileStyle style) {
        const auto digits = ui::count(static_cast<std::int64_t>(number));
        ui::tile(digits, ui::say(words, {digits}), href, style);
    };
    ui::Grid grid({.min = 220, .max = 3});
    grid.cell();
    tile(seen.counts.hostings, "home.hostings", "#/services/active?kind=hosting",
         {.icon = icons::server, .hint = "home.active", .tone = ui::Tone::accent});
    grid.cell();
    tile(seen.counts.domains, "home.domains", "#/services/active?kind=domain",
         {.icon = icons::globe, .hint = "home.active", .tone = ui::Tone::accent});
    grid.cell();
    tile(seen.expired, "home.expired", "#/services/expired",
         {.icon = icons::history,
          .hint = "home.expired_hint",
          .tone = seen.expired > 0 ? ui::Tone::warning : ui::Tone::neutral});
}

void draw_alert(const model::Alert& alert, Popups& popups, Screen& screen)
{
    const auto& state   = screen.store.state();
    const auto  service = state.services.get(alert.service);
    if (!service) return;

    const bool    corrects = alert.remedy == model::Remedy::correct;
    const auto    act      = corrects ? Act::details : renewal_of(*service, screen.today);
    const auto    reason   = why_not(act, state, *service, screen.today);
    const auto    why_not  = reason ? ui::say(*reason) : std::string();
    const auto    hint     = service->label;
    ui::IdScope   id(alert.service.value);
    ui::IdScope   about(base::key_name(alert.sentence));  // one service may have two alerts
    if (ui::alert_line(tone_of(alert.level), ui::say(base::Problem{{}, alert.sentence, alert.args}),
                       verb_of(alert.remedy), hint, why_not))
        open(popups, act, *service, screen);
}

void draw_alerts(Home& page, const Overview& seen, Popups& popups, Screen& screen)
{
    ui::Card card("home.alerts", {.icon = icons::bell, .flush = !seen.alerts.empty()});
    if (seen.alerts.empty()) {
        ui::empty_state({.icon = icons::circle_check, .title = "home.no_alerts", .words = "home.no_alerts_hint"});
        return;
    }
    const auto shown = page.all_alerts ? seen.alerts.size() : std::min(first_alerts, seen.alerts.size());
    {
        ui::Group list(ui::Role::list, "home.alerts");
        for (std::size_t index = 0; index < shown; ++index) draw_alert(seen.alerts[index], popups, screen);
    }
    if (seen.alerts.size() <= first_alerts) return;
    ui::Stack inset({.inset = ui::space::m});
    const auto words = page.all_alerts ? ui::say("home.fewer_alerts")
                                       : ui::say("home.all_alerts", {std::to_string(seen.alerts.size())});
    if (ui::button(words, {.kind = ui::Kind::ghost, .small = true, .id = "more"})) page.all_alerts = !page.all_alerts;
}

void draw_latest(const Overview& seen, const Screen& screen)
{
    if (seen.latest.empty()) {
        ui::Card card("home.latest", {.icon = icons::package});
        ui::empty_state({.icon = icons::inbox, .title = "home.no_services", .words = "home.no_services_hint"});
        return;
    }
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

}  // namespace

void draw(Home& page, Popups& popups, Screen& screen)
{
    const auto& store = screen.store;
    const auto& seen  = page.overview.of(screen, [&] { return look_over(store.state(), screen.today); });
    const auto fresh = ui::say("home.freshness", {ui::day_and_month(screen.today), ui::clock_time(screen.store.now())});

    ui::Page scope({.title = "nav.home", .hint = fresh});
    draw_notices(screen);
    draw_tiles(seen);

    // Alerts are sentences: they get two thirds where there are three columns, and a line of their own where not.
    ui::Grid grid({.min = 280, .max = 3});
    grid.cell(2);
    draw_alerts(page, seen, popups, screen);
    grid.cell(grid.columns() < 3 ? 2 : 1);
    draw_latest(seen, screen);
}

}  // namespace pages
