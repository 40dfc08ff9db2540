#include "pages/services.hpp"

#include "pages/notices.hpp"
#include "pages/to_come.hpp"
#include "store/store.hpp"
#include "ui/ui.hpp"

#include <iterator>

namespace pages {
namespace {

struct Tab {
    std::string_view name;  // in the address
    base::TextKey    words;
    ToCome           to_come = {};  // of a tab that is not built yet
};

constexpr Tab tabs[] = {
    {"active", "services.tab_active"},
    {"expired", "services.tab_expired"},
    {"domains", "services.tab_domains", {"to_come.domains", "to_come.domains_today"}},
    {"pending", "services.tab_pending", {"to_come.pending", "to_come.pending_today"}},
    {"trade", "services.tab_trade", {"to_come.trade", "to_come.trade_today"}},
};

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
                        .href = to_hash({"services", std::string(tabs[index].name), {}, {}})};
    ui::tabs("services.title", items, current);
}

}  // namespace

void draw(Services& page, ServicesView& view, Popups& popups, Screen& screen)
{
    if (!screen.route.item.empty()) return draw(page.details, popups, screen);

    const int   current = tab_of(screen.route);
    const auto& tab     = tabs[current];
    const bool  is_list = tab.to_come.later.empty();

    const auto  shown   = current == 0 ? model::Tab::active : model::Tab::expired;
    {
        ui::Page scope({.title = "services.title", .fills = is_list, .width = is_list ? 1984.f : 1280.f});
        if (is_list) draw_button(page.filters, shown, screen);
        draw_notices(screen);
        draw_tabs(current);
        if (!is_list) return draw(tab.to_come);
        draw(shown == model::Tab::active ? page.active : page.expired, view, shown, popups, screen);
    }
    draw_popups(page.filters, shown, view, screen);
}

std::string services_title(const Screen& screen)
{
    if (screen.route.item.empty()) return ui::say("services.title");
    const auto service = screen.store.state().services.get({screen.route.item});
    return service ? model::shown_name(*service) : ui::say("details.title");
}

}  // namespace pages
