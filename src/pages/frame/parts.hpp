// The state of all pages between frames, behind pages::Pages. Each part belongs to its room; only the frame knows all.
#pragma once
#include "pages/frame/ask_first.hpp"
#include "pages/frame/frame.hpp"
#include "pages/frame/shell.hpp"
#include "pages/home/home.hpp"
#include "pages/letters/confirm.hpp"
#include "pages/letters/mail.hpp"
#include "pages/orders/pending.hpp"
#include "pages/services/page.hpp"
#include "pages/services/popups.hpp"
#include "pages/services/service_search.hpp"
#include "pages/support/ticket_popup.hpp"
#include "pages/trades/trade_popup.hpp"
#include "pages/trades/trades.hpp"

namespace pages {

struct Pages::Parts {
    Shell         shell;
    Home          home;
    Services      services;
    SearchViews   searched{services.view.beside(), services.view.beside()};  // the views of the global search
    FieldSearch   chosen{services.view.beside()};  // the search of the fields that choose a service
    Pending       pending;
    Trades        trades;
    Mail          mail;
    Confirm       confirm;
    Popups        popups;
    TradePopup    trade;
    TicketPopup   ticket;
    AskFirstPopup first;
    Route         place;  // the route of the last frame, without a list's filters and order

    // Opens the requested popups, of any room.
    void open_asked(Screen&);
    void open(const OpenAction&, Screen&);
    void open(const OpenRenewal&, Screen&);
    void open(const OpenTrade&, Screen&);
    void open(const OpenTicket&, Screen&);
    void open(const AskFirst&, Screen&);
    void draw_popups(Screen&);
    void close_popups();
};

}  // namespace pages
