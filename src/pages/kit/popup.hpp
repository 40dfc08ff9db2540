// What is done to all popups alike, whatever they are about.
#pragma once
#include "pages/kit/screen.hpp"
#include "ui/controls/dialog.hpp"

namespace pages {

// A closed popup draws nothing; one that has just been closed puts away what it held.
template <class Popup>
void draw_popup(Popup& popup, Screen& screen)
{
    const bool opened = popup.open;
    if (opened || popup.was_open) draw(popup, screen);
    popup.was_open = opened || popup.open;
}

// The customer went elsewhere, by Back or by a link: what was open belonged to the place before.
inline void close_popup(ui::Dialog& popup) { popup.open = popup.touched = false; }

}  // namespace pages
