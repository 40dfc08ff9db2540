// The form that hands services over to another account.
#pragma once
#include "model/trade.hpp"
#include "pages/page.hpp"
#include "ui/dialog.hpp"
#include "ui/fields.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace pages {

struct TradePopup : ui::Dialog {
    model::StartTrade       draft;
    std::string             added;     // of the choice of one more service
    std::vector<ui::Option> services;  // that can be chosen
    std::uint64_t           revision = 0;
};

void open(TradePopup&);  // of services yet to be chosen
void open(TradePopup&, const model::Service&);
void draw(TradePopup&, Screen&);

}  // namespace pages
