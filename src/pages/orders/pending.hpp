// En attente: unpaid carts, orders in progress, services not yet delivered.
#pragma once
#include "model/billing/cart.hpp"
#include "pages/kit/address_popup.hpp"
#include "pages/kit/few_rows.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pages {

struct CartPopup : AddressPopup {
    std::vector<model::CartLine>          lines;  // the edited lines
    bool                                  edited = false;
    std::optional<model::PurchaseOrderId> became;  // once the cart is gone: its order, empty if there is none
};

enum class PendingThing : std::uint8_t { cart, order, service };

struct PendingRow {
    PendingThing  thing = PendingThing::cart;
    std::string   id = {}, name = {}, kind = {}, state = {};
    ui::Tone      tone  = ui::Tone::neutral;
    base::Instant since = {};
    base::Date    until = {};
    base::Money   total = {};
};

struct Pending {
    FewList<PendingRow> rows;
    CartPopup           popup;
};

// True if the address names a cart or an order of this tab, not a service.
bool is_pending_item(const model::State&, const Route&);

void draw(Pending&, Screen&);

}  // namespace pages
