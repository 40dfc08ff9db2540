// Actions that need no popup of this room: what they do when they are chosen.
#pragma once
#include "pages/services/actions.hpp"

namespace pages {

PopupPtr show_details(const ServiceAction&, const model::Service&, Screen&);
PopupPtr save_latest_invoice(const ServiceAction&, const model::Service&, Screen&);
PopupPtr open_trade(const ServiceAction&, const model::Service&, Screen&);
PopupPtr open_ticket(const ServiceAction&, const model::Service&, Screen&);

}  // namespace pages
