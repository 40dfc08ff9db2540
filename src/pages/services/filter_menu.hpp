// The filter menu of the list of services: the button « Filtrer » beside the page's title, and its popups.
#pragma once
#include "pages/services/filter_popup.hpp"
#include "pages/services/saved_filters.hpp"

namespace pages {

struct FilterMenu {
    FilterPopup  all;
    SavedFilters saved;
};

// Call draw_button directly after ui::Page.
void draw_button(FilterMenu&, model::Tab, Screen&);
void draw_popups(FilterMenu&, model::Tab, const ServicesView&, Screen&);

}  // namespace pages
