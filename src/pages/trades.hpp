// Trade: the form that hands services over to another account, and the trades under way.
#pragma once
#include "model/trade.hpp"
#include "pages/address_popup.hpp"
#include "pages/few_rows.hpp"
#include "pages/fresh.hpp"
#include "pages/page.hpp"
#include "ui/list.hpp"

namespace pages {

struct Popups;

struct TradeRow {
    model::Trade        trade;
    const model::State* state = nullptr;
};

struct Trades {
    ui::ListState            list;
    Fresh<FewRows<TradeRow>> found;
    AddressPopup             popup;
};

// The button beside the page's title; directly after ui::Page.
void draw_trade_button(Popups&);

void draw(Trades&, Screen&);

}  // namespace pages
