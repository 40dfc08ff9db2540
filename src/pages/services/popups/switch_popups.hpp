// Popups that ask before one thing of a service is switched: its lock, what the WHOIS says, a link to a new password, a
// holder's address to be verified, the end of the service taken back.
#pragma once
#include "model/services/switches.hpp"
#include "pages/kit/screen.hpp"
#include "pages/services/actions.hpp"
#include "ui/frame/dialog.hpp"

namespace pages {

struct SwitchPopup : ui::Dialog {
    Act              act = Act::lock;
    model::ServiceId service;
};

// Whether this popup asks about the action.
bool is_switch(Act);

void open(SwitchPopup&, Act, const model::Service&);
void draw(SwitchPopup&, Screen&);

}  // namespace pages
