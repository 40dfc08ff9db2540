// En attente: carts that are not paid, orders that are on their way, services that are not delivered yet.
#pragma once
#include "model/cart.hpp"
#include "pages/address_popup.hpp"
#include "pages/popups.hpp"
#include "ui/list.hpp"

#include <vector>

namespace pages {

struct CartPopup : AddressPopup {
    std::vector<model::CartLine> lines;  // as they are being edited
    bool                         edited = false;
};

struct Pending {
    ui::ListState list;
    CartPopup     popup;
};

// Whether the address asks for a cart or an order of this tab, and not for a service.
bool is_pending_item(const model::State&, const Route&);

void draw(Pending&, Popups&, Screen&);

}  // namespace pages
