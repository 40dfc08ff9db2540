#include "pages/services/filter_menu.hpp"

#include "pages/kit/list_address.hpp"
#include "pages/kit/words.hpp"
#include "pages/services/columns.hpp"
#include "ui/icons.hpp"
#include "ui/ui.hpp"

namespace pages {
namespace {

namespace icons = ui::icons;

model::Tab tab_of(const Route& route) { return route.tab == "expired" ? model::Tab::expired : model::Tab::active; }

void add_words(std::string& line, const std::string& words) { line.append(line.empty() ? "" : " · ").append(words); }

// "Services actifs · Domaines · Recherche « shop »"
std::string in_words(const Route& route)
{
    const auto tab  = tab_of(route);
    auto       line = ui::say(tab == model::Tab::active ? base::TextKey("services.tab_active")
                                                        : base::TextKey("services.tab_expired"));
    for (const auto& filter : asked_filters(route, tab)) add_words(line, chip_of(filter));
    if (const auto search = route.at("q"); !search.empty()) add_words(line, ui::say("filters.search", {search}));
    for (const auto& key : read_order(route.at("sort")))
        add_words(line, ui::say("filters.sorted_by", {ui::Label(title_of_column(key.column)).words()}));
    return line;
}

bool asks_for_something(const Route& route, model::Tab tab)
{
    return !asked_filters(route, tab).empty() || !route.at("q").empty() || !route.at("sort").empty();
}

}  // namespace

void draw_button(FilterMenu& filters, model::Tab tab, Screen& screen)
{
    ui::PageActions beside_the_title(true);
    ui::Menu        menu("services.filter",
                         {.icon = icons::list_filter, .kind = ui::Kind::secondary, .icon_only = ui::is_phone()});
    if (!menu) return;
    const auto chosen = base::find_enum<model::ServiceKind>(screen.route.at("kind"));
    menu.heading("services.filter_kind");
    if (menu.item("services.all_kinds", {.checked = !chosen})) screen.replace(screen.route.with("kind", ""));
    for (const auto kind : {model::ServiceKind::hosting, model::ServiceKind::domain})
        if (menu.item(kind == model::ServiceKind::hosting ? base::TextKey("services.only_hostings")
                                                          : base::TextKey("services.only_domains"),
                      {.icon = icon_of(kind), .checked = chosen == kind}))
            screen.replace(screen.route.with("kind", base::name_of(kind)));
    menu.separator();
    const bool acts = !screen.route.at(filter_of_act).empty();
    if (menu.item("services.todo", {.icon = icons::triangle_alert, .checked = acts ? 1 : 0}))
        screen.replace(screen.route.with(filter_of_act, acts ? "" : "yes"));
    if (menu.item("services.filter_all", {.icon = icons::sliders_horizontal})) filters.all.open = true;
    add_saved_filters(menu, filters.saved, screen.preferences.services, asks_for_something(screen.route, tab), screen);
}

void draw_popups(FilterMenu& filters, model::Tab tab, const ServicesView& view, Screen& screen)
{
    draw(filters.all, tab, view, screen);
    draw(filters.saved, screen.preferences.services, in_words);
}

}  // namespace pages
