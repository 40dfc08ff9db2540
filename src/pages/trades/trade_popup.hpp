// The form that hands services over to another account.
#pragma once
#include "model/trades/trade.hpp"
#include "pages/kit/fresh.hpp"
#include "pages/kit/screen.hpp"
#include "ui/controls/dialog.hpp"
#include "ui/fields/fields.hpp"

#include <string>
#include <vector>

namespace pages {

struct TradePopup : ui::Dialog {
    model::StartTrade draft;
    std::string       added;  // of the choice of one more service

    Fresh<std::vector<ui::Option>> services;  // that can be chosen
};

void open(TradePopup&);  // of services yet to be chosen
void open(TradePopup&, const model::Service&);
void draw(TradePopup&, Screen&);

}  // namespace pages
