// Paying a service for longer; the same popup reactivates and restores.
#pragma once
#include "model/billing/renewal.hpp"
#include "pages/kit/screen.hpp"
#include "ui/frame/dialog.hpp"

namespace pages {

struct RenewPopup : ui::Dialog {
    model::Renew draft;
    int          how = 0;  // 0: paid now, 1: kept in a cart
};

void open(RenewPopup&, const model::State&, const model::Service&, base::Date today);
void draw(RenewPopup&, Screen&);

}  // namespace pages
