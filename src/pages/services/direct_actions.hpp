// The actions without a popup of this room: each runs at once and returns null.
#pragma once
#include "pages/services/actions.hpp"

namespace pages {

PopupPtr show_details(const ServiceAction&, const model::Service&, Screen&);
PopupPtr save_latest_invoice(const ServiceAction&, const model::Service&, Screen&);
PopupPtr open_trade(const ServiceAction&, const model::Service&, Screen&);
PopupPtr open_ticket(const ServiceAction&, const model::Service&, Screen&);

}  // namespace pages
