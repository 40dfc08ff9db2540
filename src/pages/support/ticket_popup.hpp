// Sends a support question about a service.
#pragma once
#include "model/support/ticket.hpp"
#include "pages/kit/draft.hpp"
#include "pages/kit/screen.hpp"
#include "ui/controls/dialog.hpp"

namespace pages {

struct TicketPopup : ui::Dialog {
    model::OpenTicket draft;
    Draft             kept;
};

void open(TicketPopup&, const model::Service&, const Screen&);
void draw(TicketPopup&, Screen&);

}  // namespace pages
