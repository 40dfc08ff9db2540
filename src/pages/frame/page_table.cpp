#include "pages/frame/page_table.hpp"

#include "pages/frame/parts.hpp"
#include "pages/services/filters.hpp"
#include "ui/icons.hpp"

#include <vector>

namespace pages {
namespace {

namespace icons = ui::icons;
using Parts     = Pages::Parts;

// --- the tabs of the services page: lists, orders and trades ---------------------------

constexpr TabEntry tabs_of_services[] = {
    {"active", "services.tab_active", icons::server,
     [](Parts& parts, Screen& screen) { draw(parts.services, model::Tab::active, parts.popups, screen); },
     [](Parts& parts, Screen& screen) { draw_button(parts.services.filters, model::Tab::active, screen); },
     [](Parts& parts, Screen& screen) { draw_filter_popups(parts.services, model::Tab::active, screen); },
     [](std::string_view name, std::string_view value) { return understands(model::Tab::active, name, value); }},
    {"expired", "services.tab_expired", icons::history,
     [](Parts& parts, Screen& screen) { draw(parts.services, model::Tab::expired, parts.popups, screen); },
     [](Parts& parts, Screen& screen) { draw_button(parts.services.filters, model::Tab::expired, screen); },
     [](Parts& parts, Screen& screen) { draw_filter_popups(parts.services, model::Tab::expired, screen); },
     [](std::string_view name, std::string_view value) { return understands(model::Tab::expired, name, value); }},
    {"domains", "services.tab_domains", icons::globe,
     [](Parts& parts, Screen& screen) { draw(parts.services.domains, parts.popups, screen); }},
    {"pending", "services.tab_pending", icons::clock,
     [](Parts& parts, Screen& screen) { draw(parts.pending, screen); }},
    {"trade", "services.tab_trade", icons::arrow_right_left,
     [](Parts& parts, Screen& screen) { draw(parts.trades, screen); },
     [](Parts&, Screen& screen) { draw_trade_button(screen); }},
};

// True if the address names an item whose details are shown as a page. Carts, orders and trades have popups instead.
bool shows_service(const Screen& screen)
{
    return !screen.route.item.empty() && screen.route.tab != "trade" &&
           !is_pending_item(screen.store.state(), screen.route);
}

// --- the table -------------------------------------------------------------------------

constexpr PageEntry pages_in_order[] = {
    {.name  = "",
     .words = "nav.home",
     .icon  = icons::house,
     .draw  = [](Parts& parts, Screen& screen) { draw(parts.home, screen); }},
    {.name = "profile", .words = "nav.profile", .icon = icons::user, .to_come = "to_come.profile"},
    {.name       = "services",
     .words      = "nav.services",
     .icon       = icons::layers,
     .needs      = Needs::first_rows,
     .draw       = [](Parts& parts, Screen& screen) { draw(parts.services.details, parts.popups, screen); },
     .tabs       = tabs_of_services,
     .shows_item = shows_service,
     .item_title = title_of_details},
    {.name = "contacts", .words = "nav.contacts", .icon = icons::users, .to_come = "to_come.contacts"},
    {.name = "order", .words = "nav.order", .icon = icons::shopping_cart, .to_come = "to_come.order"},
    {.name = "billing", .words = "nav.billing", .icon = icons::receipt_text, .to_come = "to_come.billing"},
    {.name = "support", .words = "nav.support", .icon = icons::life_buoy, .to_come = "to_come.support"},
    {.name  = "mail",
     .words = "mail.title",
     .icon  = icons::mail,
     .way   = Way::demo,
     .draw  = [](Parts& parts, Screen& screen) { draw(parts.mail, screen); },
     .knows = knows_search},
    {.name  = "confirm",
     .words = "confirm.title",
     .icon  = icons::circle_check,
     .way   = Way::link,
     .draw  = [](Parts& parts, Screen& screen) { draw(parts.confirm, screen); }},
};

// The menu in the kit's terms. `addresses` owns the strings that the entries refer to.
struct Menu {
    std::vector<std::string>   addresses;
    std::vector<ui::MenuEntry> entries;

    Menu()
    {
        for (const auto& page : pages_in_order)
            if (page.way == Way::menu) addresses.push_back(address_of(page));
        for (const auto& page : pages_in_order)
            if (page.way == Way::menu) entries.push_back({page.icon, page.words, addresses[entries.size()]});
    }
};

const Menu& menu()
{
    static const Menu one;
    return one;
}

}  // namespace

std::span<const PageEntry> page_table() { return pages_in_order; }

const PageEntry* page_of(const Route& route)
{
    for (const auto& page : pages_in_order)
        if (page.name == route.page) return &page;
    return nullptr;
}

const TabEntry& tab_of(const PageEntry& page, const Route& route)
{
    for (const auto& tab : page.tabs)
        if (tab.name == route.tab) return tab;
    return page.tabs.front();
}

std::string address_of(const PageEntry& page, const TabEntry* tab)
{
    if (!tab && !page.tabs.empty()) tab = &page.tabs.front();
    return to_hash({std::string(page.name), tab ? std::string(tab->name) : std::string(), {}, {}});
}

std::string take_out_unknown(const PageEntry& page, Route& route)
{
    constexpr std::size_t longest = 60;
    std::string           unknown;
    const auto add = [&](std::string_view words) { unknown.append(unknown.empty() ? "" : ", ").append(words); };

    auto knows = page.knows;
    if (!page.tabs.empty()) {
        const auto& tab = tab_of(page, route);
        knows           = tab.knows;
        if (!route.tab.empty() && route.tab != tab.name) {
            add(route.tab.size() < longest ? std::string_view(route.tab) : "…");
            route.tab = tab.name;
            route.item.clear();
        }
    }
    for (const auto& [name, value] : Route(route).query)
        if (!knows || !knows(name, value)) {
            add(name.size() + value.size() < longest ? name + "=" + value : "…");
            route = route.with(name, "");
        }
    return unknown;
}

std::span<const ui::MenuEntry> menu_entries() { return menu().entries; }

int menu_place(const PageEntry* page)
{
    int place = 0;
    for (const auto& each : pages_in_order) {
        if (each.way != Way::menu) continue;
        if (&each == page) return place;
        ++place;
    }
    return -1;
}

}  // namespace pages
