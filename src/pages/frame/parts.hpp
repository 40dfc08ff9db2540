// What all pages remember between frames, behind pages::Pages. Each part belongs to its room; only the frame knows all.
#pragma once
#include "pages/frame/frame.hpp"
#include "pages/frame/shell.hpp"
#include "pages/home/home.hpp"
#include "pages/letters/confirm.hpp"
#include "pages/letters/mail.hpp"
#include "pages/orders/pending.hpp"
#include "pages/services/page.hpp"
#include "pages/services/popups.hpp"
#include "pages/support/ticket_popup.hpp"
#include "pages/trades/trade_popup.hpp"
#include "pages/trades/trades.hpp"

namespace pages {

struct Pages::Parts {
    Shell       shell;
    Home        home;
    Services    services;
    SearchViews searched{services.view.beside(), services.view.beside()};  // by the global search
    Pending     pending;
    Trades      trades;
    Mail        mail;
    Confirm     confirm;
    Popups      popups;
    TradePopup  trade;
    TicketPopup ticket;
    Route       place;  // of the last frame, without what narrows a list

    // Opens the popups that were asked for, of whichever room.
    void open_asked(Screen&);
    void open(const OpenAction&, Screen&);
    void open(const OpenTrade&, Screen&);
    void open(const OpenTicket&, Screen&);
    void draw_popups(Screen&);
    void close_popups();
};

}  // namespace pages
