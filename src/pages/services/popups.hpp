// The popup of the services' room that is open, if any: lists, details, alerts and the global search open the same ones.
#pragma once
#include "pages/services/actions.hpp"
#include "pages/services/popup.hpp"

namespace pages {

struct Popups {
    PopupPtr current;
};

// Opens the popup of an action, or does what it does without one. Nothing when it does not concern such services.
void open_action(Popups&, const ServiceAction&, const model::Service&, Screen&);

void open_popup(Popups&, PopupPtr);

void draw(Popups&, Screen&);
void close(Popups&);

}  // namespace pages
