#include "pages/frame/frame.hpp"

#include "pages/frame/shell.hpp"
#include "pages/frame/to_come.hpp"
#include "pages/home/home.hpp"
#include "pages/kit/notices.hpp"
#include "pages/kit/popup.hpp"
#include "pages/letters/confirm.hpp"
#include "pages/letters/mail.hpp"
#include "pages/services/page.hpp"
#include "pages/services/popups.hpp"
#include "pages/support/ticket_popup.hpp"
#include "pages/trades/trade_popup.hpp"
#include "store/store.hpp"
#include "ui/ui.hpp"

#include <utility>
#include <variant>

namespace pages {

struct Pages::Parts {
    Shell        shell;
    Home         home;
    Services     services;
    Mail         mail;
    Confirm      confirm;
    ServicesView view     = services_view();
    SearchViews  searched = {view.beside(), view.beside()};  // by the global search
    Popups       popups;
    TradePopup   trade;
    TicketPopup  ticket;
    Route        place;  // of the last frame, without what narrows a list

    // Opens the popups that were asked for, of whichever room.
    void open_asked(Screen&);
    void open(const OpenAction&, Screen&);
    void open(const OpenTrade&, Screen&);
    void open(const OpenTicket&, Screen&);
};

namespace {

// What a page to come will do, by its entry in the menu.
base::TextKey to_come(std::string_view page)
{
    if (page == "profile") return "to_come.profile";
    if (page == "contacts") return "to_come.contacts";
    if (page == "order") return "to_come.order";
    if (page == "billing") return "to_come.billing";
    if (page == "support") return "to_come.support";
    return {};
}

void draw_loading(base::TextKey title, Screen& screen)
{
    ui::Page scope({.title = title});
    draw_notices(screen);
    ui::skeleton(8);
}

// A list shows what has been read of it so far; everything else needs all of it.
bool can_be_drawn(const Screen& screen)
{
    if (screen.store.ready()) return true;
    return screen.route.page == "services" && screen.route.item.empty() && screen.store.state().services.size() > 0;
}

}  // namespace

void Pages::Parts::open(const OpenAction& asked, Screen& screen)
{
    const auto service = screen.store.state().services.get(asked.service);
    if (service && concerns(asked.act, service->kind)) pages::open(popups, asked.act, *service, screen);
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
    if (service) pages::open(ticket, *service);
}

void Pages::Parts::open_asked(Screen& screen)
{
    // Opening one may ask for another.
    while (!screen.popups.empty())
        for (const auto& request : std::exchange(screen.popups, {}))
            std::visit([&](const auto& asked) { open(asked, screen); }, request);
}

Pages::Pages() : parts_(std::make_unique<Parts>()) {}
Pages::~Pages() = default;

void Pages::draw(Screen& screen, const ShellState& app)
{
    auto&      parts   = *parts_;
    const auto entry   = entry_of(screen.route);
    screen.file_hovers = app.file_hovers;
    if (Route place{screen.route.page, screen.route.tab, screen.route.item, {}}; place != parts.place) {
        close(parts.popups);
        close_popup(parts.trade);
        close_popup(parts.ticket);
        parts.confirm = {};
        parts.place   = std::move(place);
    }

    parts.shell.frame.collapsed = app.menu_folded;
    ui::Shell shell(parts.shell.frame, {.brand = "app.name", .entries = menu_entries(), .current = entry});
    draw_top_bar(parts.shell, parts.searched, screen, app);

    const auto& page  = screen.route.page;
    const bool  links = page == "confirm" || (app.demo && page == "mail");  // no entries of the menu lead there
    if (links && !screen.store.ready()) draw_loading("ui.loading", screen);
    else if (links && page == "mail") pages::draw(parts.mail, screen);
    else if (links) pages::draw(parts.confirm, screen);
    else if (entry < 0) draw_unknown_page(screen);
    else if (!can_be_drawn(screen)) draw_loading(menu_entries()[static_cast<std::size_t>(entry)].words, screen);
    else if (screen.route.page.empty()) pages::draw(parts.home, screen);
    else if (screen.route.page == "services") pages::draw(parts.services, parts.view, parts.popups, screen);
    else
        draw_page_to_come(menu_entries()[static_cast<std::size_t>(entry)].words,
                          {to_come(screen.route.page), "to_come.today_words"}, screen);

    parts.open_asked(screen);
    pages::draw(parts.popups, screen);
    draw_popup(parts.trade, screen);
    draw_popup(parts.ticket, screen);
    parts.open_asked(screen);  // by a popup: it is drawn in the next frame
    pages::draw(import, screen);
    pages::draw(work, screen);
    draw_reset(parts.shell, screen);
    if (parts.shell.frame.collapsed != app.menu_folded) screen.ask(FoldMenu{});
}

std::string Pages::title(const Screen& screen) const
{
    const auto entry = entry_of(screen.route);
    auto       words = ui::say(entry < 0 ? base::TextKey("to_come.unknown")
                                         : menu_entries()[static_cast<std::size_t>(entry)].words);
    if (screen.route.page == "mail") words = ui::say("mail.title");
    if (screen.route.page == "confirm") words = ui::say("confirm.title");
    if (screen.route.page == "services" && screen.store.ready()) words = services_title(screen);
    return ui::say("app.title", {words});
}

}  // namespace pages
