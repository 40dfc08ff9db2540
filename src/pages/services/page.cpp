#include "pages/services/page.hpp"

#include "pages/kit/notices.hpp"
#include "pages/services/popups.hpp"
#include "store/store.hpp"
#include "ui/ui.hpp"

#include <iterator>

namespace pages {
namespace {

struct Tab {
    std::string_view name;  // in the address
    base::TextKey    words;
};

constexpr Tab tabs[] = {
    {"active", "services.tab_active"},   {"expired", "services.tab_expired"}, {"domains", "services.tab_domains"},
    {"pending", "services.tab_pending"}, {"trade", "services.tab_trade"},
};
enum TabNumber : int { active, expired, domains, pending, trade };

// An address without a tab, and with one that is none, leads to the first.
int tab_of(const Route& route)
{
    for (int index = 0; index < static_cast<int>(std::size(tabs)); ++index)
        if (tabs[index].name == route.tab) return index;
    return 0;
}

void draw_tabs(int current)
{
    ui::TabItem items[std::size(tabs)];
    for (std::size_t index = 0; index < std::size(tabs); ++index)
        items[index] = {.words = tabs[index].words,
                        .href  = to_hash({"services", std::string(tabs[index].name), {}, {}})};
    ui::tabs("services.title", items, current);
}

// Carts, orders and trades have popups of their own; of everything else an address shows the details.
bool has_details(const Screen& screen)
{
    return !screen.route.item.empty() && screen.route.tab != "trade" &&
           !is_pending_item(screen.store.state(), screen.route);
}

}  // namespace

void draw(Services& page, ServicesView& view, Popups& popups, Screen& screen)
{
    if (has_details(screen)) return draw(page.details, popups, screen);

    const int  current = tab_of(screen.route);
    const bool filters = current == active || current == expired;
    const auto shown   = current == active ? model::Tab::active : model::Tab::expired;
    {
        ui::Page scope({.title = "services.title", .fills = true, .width = 1984});
        if (filters) draw_button(page.filters, shown, screen);
        if (current == trade) draw_trade_button(screen);
        draw_notices(screen);
        draw_tabs(current);
        switch (current) {
        case active:  draw(page.active, view, shown, popups, screen); break;
        case expired: draw(page.expired, view, shown, popups, screen); break;
        case domains: draw(page.domains, popups, screen); break;
        case pending: draw(page.pending, screen); break;
        default:      draw(page.trades, screen); break;
        }
    }
    if (filters) draw_popups(page.filters, shown, view, screen);
}

std::string services_title(const Screen& screen)
{
    if (!has_details(screen)) return ui::say("services.title");
    const auto service = screen.store.state().services.get({screen.route.item});
    return service ? model::shown_name(*service) : ui::say("details.title");
}

}  // namespace pages
