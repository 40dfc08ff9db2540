// Trade: the button of the form that transfers services to another account, and the list of trades in progress.
#pragma once
#include "model/trades/trade.hpp"
#include "pages/kit/address_popup.hpp"
#include "pages/kit/few_rows.hpp"
#include "pages/kit/screen.hpp"

namespace pages {

struct TradeRow {
    model::Trade        trade;
    std::string         names;  // of the services that change owner
    const model::State* state = nullptr;
};

struct Trades {
    FewList<TradeRow> rows;
    AddressPopup      popup;
};

// The button beside the page's title; call directly after ui::Page.
void draw_trade_button(Screen&);

void draw(Trades&, Screen&);

}  // namespace pages
