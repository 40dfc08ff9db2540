// The open popup of the services room, if any: lists, details, alerts and the global search all open these popups.
#pragma once
#include "pages/services/actions.hpp"
#include "pages/services/popup.hpp"

namespace pages {

struct Popups {
    PopupPtr current;
};

// Opens an action's popup, or runs the action if it has none. Does nothing if it does not apply to such services.
void open_action(Popups&, const ServiceAction&, const model::Service&, Screen&);

void open_popup(Popups&, PopupPtr);

void draw(Popups&, Screen&);
void close(Popups&);

}  // namespace pages
