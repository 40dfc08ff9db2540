// Trade: the form that hands services over to another account, and the trades under way.
#pragma once
#include "model/trades/trade.hpp"
#include "pages/kit/address_popup.hpp"
#include "pages/kit/few_rows.hpp"
#include "pages/kit/screen.hpp"

namespace pages {

struct TradeRow {
    model::Trade        trade;
    std::string         names;  // of what changes its owner
    const model::State* state = nullptr;
};

struct Trades {
    FewList<TradeRow> rows;
    AddressPopup      popup;
};

// The button beside the page's title; directly after ui::Page.
void draw_trade_button(Screen&);

void draw(Trades&, Screen&);

}  // namespace pages
