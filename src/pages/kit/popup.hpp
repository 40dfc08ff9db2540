// What all popups have in common.
#pragma once
#include "pages/kit/screen.hpp"
#include "ui/controls/dialog.hpp"

namespace pages {

// Draws the popup while it is open, and once more after it has closed, so that it can clear its content.
template <class Popup>
void draw_popup(Popup& popup, Screen& screen)
{
    const bool opened = popup.open;
    if (opened || popup.was_open) draw(popup, screen);
    popup.was_open = opened || popup.open;
}

// The customer left the page, by Back or by a link: closes a popup opened there.
inline void close_popup(ui::Dialog& popup) { popup.open = popup.touched = false; }

}  // namespace pages
