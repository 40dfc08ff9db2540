// Searches with filters and order that the customer has saved under a name.
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

// Describes the search and filters of an address.
using InWords = std::string (*)(const Route&);

// Adds the saved filters to the filter menu. `asks`: the current list has something to save.
void add_saved_filters(ui::Menu&, SavedFilters&, const ListPreferences&, bool asks, Screen&);

// The popups that the menu opens.
void draw(SavedFilters&, ListPreferences&, InWords);

}  // namespace pages
