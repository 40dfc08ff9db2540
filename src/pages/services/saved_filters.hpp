// Searches, filters and orders that the customer has given a name.
#pragma once
#include "pages/kit/preferences.hpp"
#include "pages/kit/screen.hpp"
#include "ui/controls/dialog.hpp"
#include "ui/controls/menu.hpp"

#include <string>

namespace pages {

struct SaveFilterPopup : ui::Dialog {
    SavedFilter draft;
};

struct SavedFilters {
    SaveFilterPopup save;
    ui::Dialog      manage;
};

// What an address asks of its list, in words.
using InWords = std::string (*)(const Route&);

// The part of the filter menu about them. `asks`: there is something to be saved.
void add_saved_filters(ui::Menu&, SavedFilters&, const ListPreferences&, bool asks, Screen&);

// The popups that the menu opens.
void draw(SavedFilters&, ListPreferences&, InWords);

}  // namespace pages
