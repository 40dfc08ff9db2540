#include "pages/frame/frame.hpp"

#include "pages/frame/page_table.hpp"
#include "pages/frame/parts.hpp"
#include "pages/frame/to_come.hpp"
#include "pages/kit/notices.hpp"
#include "pages/kit/popup.hpp"
#include "pages/services/bulk_popup.hpp"
#include "store/store.hpp"
#include "ui/ui.hpp"

#include <utility>
#include <variant>
#include <vector>

namespace pages {
namespace {

// Maximum width of a page with tabs: a list that fills a wide screen has room for all its columns.
constexpr float width_of_lists = 1984;

void draw_loading(base::TextKey title, Screen& screen)
{
    ui::Page scope({.title = title});
    draw_notices(screen);
    ui::skeleton(8);
}

// Null outside the demo for the pages that exist only in the demo.
const PageEntry* open_page(const Route& route, const ShellState& app)
{
    const auto* page = page_of(route);
    return page && page->way == Way::demo && !app.demo ? nullptr : page;
}

// A list is drawn with the rows loaded so far; every other page needs all data.
bool can_be_drawn(const PageEntry& page, const Screen& screen)
{
    if (screen.store.ready() || !page.draw) return true;
    return page.needs == Needs::first_rows && screen.route.item.empty() && screen.store.state().services.size() > 0;
}

void draw_tabs(const PageEntry& page, const TabEntry& current)
{
    std::vector<std::string> addresses;
    std::vector<ui::TabItem> items;
    for (const auto& tab : page.tabs) addresses.push_back(address_of(page, &tab));
    for (const auto& tab : page.tabs) items.push_back({.words = tab.words, .href = addresses[items.size()]});
    ui::tabs(page.words, items, static_cast<int>(&current - page.tabs.data()));
}

void draw_tab(const PageEntry& page, Pages::Parts& parts, Screen& screen)
{
    const auto& tab = tab_of(page, screen.route);
    {
        ui::Page scope({.title = page.words, .fills = true, .width = width_of_lists});
        if (tab.beside_title) tab.beside_title(parts, screen);
        draw_notices(screen);
        draw_tabs(page, tab);
        tab.draw(parts, screen);
    }
    if (tab.behind) tab.behind(parts, screen);
}

void draw_page(const PageEntry* page, Pages::Parts& parts, Screen& screen)
{
    if (!page) return draw_unknown_page(screen);
    if (!page->draw) return draw_page_to_come(page->words, {page->to_come, "to_come.today_words"}, screen);
    if (!can_be_drawn(*page, screen))
        return draw_loading(page->way == Way::menu ? page->words : base::TextKey("ui.loading"), screen);
    if (page->tabs.empty() || page->shows_item(screen)) return page->draw(parts, screen);
    draw_tab(*page, parts, screen);
}

}  // namespace

// --- popups of all rooms ----------------------------------------------------------------

void Pages::Parts::open(const OpenAction& asked, Screen& screen)
{
    const auto  service = screen.store.state().services.get(asked.service);
    const auto* action  = find_action(asked.act);
    if (service && action) open_action(popups, fitting(*action, *service, screen.today), *service, screen);
}

void Pages::Parts::open(const OpenRenewal& asked, Screen&)
{
    open_popup(popups, bulk_popup(bulk_renew, asked.services));
}

void Pages::Parts::open(const OpenTrade& asked, Screen& screen)
{
    const auto service = screen.store.state().services.get(asked.service);
    if (service) pages::open(trade, *service);
    else if (asked.service.empty()) pages::open(trade);
}

void Pages::Parts::open(const OpenTicket& asked, Screen& screen)
{
    const auto service = screen.store.state().services.get(asked.service);
    if (service) pages::open(ticket, *service, screen);
}

void Pages::Parts::open(const AskFirst& asked, Screen&)
{
    first.asked = asked;
    first.open  = true;
}

void Pages::Parts::open_asked(Screen& screen)
{
    // Opening a popup may ask for another one.
    while (!screen.popups.empty())
        for (const auto& request : std::exchange(screen.popups, {}))
            std::visit([&](const auto& asked) { open(asked, screen); }, request);
}

void Pages::Parts::draw_popups(Screen& screen)
{
    open_asked(screen);
    pages::draw(popups, screen);
    draw_popup(trade, screen);
    draw_popup(ticket, screen);
    draw_popup(first, screen);
    open_asked(screen);  // requested by a popup just drawn: shown in the next frame
}

void Pages::Parts::close_popups()
{
    pages::close(popups);
    close_popup(trade);
    close_popup(ticket);
    close_popup(first);
}

// --- the whole screen ---------------------------------------------------------------------

Pages::Pages() : parts_(std::make_unique<Parts>()) {}
Pages::~Pages() = default;

void Pages::draw(Screen& screen, const ShellState& app)
{
    auto&       parts  = *parts_;
    const auto* page   = open_page(screen.route, app);
    screen.file_hovers = app.file_hovers;
    screen.understood  = screen.route;
    screen.services    = &parts.chosen;
    if (page) screen.not_understood = take_out_unknown(*page, screen.understood);
    screen.renewed = app.renewed;
    screen.unkept  = app.unkept;
    screen.doubted = app.doubted;
    if (Route place{screen.route.page, screen.route.tab, screen.route.item, {}}; place != parts.place) {
        parts.close_popups();
        forget(parts.confirm);
        parts.place = std::move(place);
    }

    parts.shell.frame.collapsed = app.menu_folded;
    ui::Shell shell(parts.shell.frame, {.brand = "app.name", .entries = menu_entries(), .current = menu_place(page)});
    draw_top_bar(parts.shell, parts.searched, screen, app);
    draw_page(page, parts, screen);

    parts.draw_popups(screen);
    pages::draw(import, screen);
    pages::draw(work, screen);
    pages::draw(uncopied);
    draw_reset(parts.shell, screen);
    if (parts.shell.frame.collapsed != app.menu_folded) screen.ask(FoldMenu{});
}

std::string Pages::title(const Screen& screen) const
{
    const auto* page = page_of(screen.route);
    if (!page) return ui::say("app.title", {ui::say("to_come.unknown")});
    const bool one = page->shows_item && screen.store.ready() && page->shows_item(screen);
    return ui::say("app.title", {one ? page->item_title(screen) : ui::say(page->words)});
}

}  // namespace pages
