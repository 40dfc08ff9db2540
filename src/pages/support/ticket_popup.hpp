// Sends a support question about a service.
#pragma once
#include "model/support/ticket.hpp"
#include "pages/kit/screen.hpp"
#include "ui/controls/dialog.hpp"

namespace pages {

struct TicketPopup : ui::Dialog {
    model::OpenTicket draft;
};

void open(TicketPopup&, const model::Service&);
void draw(TicketPopup&, Screen&);

}  // namespace pages
