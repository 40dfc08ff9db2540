// Writing to the support about a service.
#pragma once
#include "model/ticket.hpp"
#include "pages/page.hpp"
#include "ui/dialog.hpp"

namespace pages {

struct TicketPopup : ui::Dialog {
    model::OpenTicket draft;
};

void open(TicketPopup&, const model::Service&);
void draw(TicketPopup&, Screen&);

}  // namespace pages
