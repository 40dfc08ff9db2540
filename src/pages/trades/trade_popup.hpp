// The form that transfers services to another account.
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
    std::string       added;  // choice in the select that adds a service

    Fresh<std::vector<ui::Option>> found;  // the services that are offered to be added
};

void open(TradePopup&);  // without services: the customer chooses them there
void open(TradePopup&, const model::Service&);
void draw(TradePopup&, Screen&);

}  // namespace pages
