// What the list of services shows: the button « Filtrer » beside the page's title, and the popups it opens.
#pragma once
#include "pages/services/filter_popup.hpp"
#include "pages/services/saved_filters.hpp"

namespace pages {

struct FilterMenu {
    FilterPopup  all;
    SavedFilters saved;
};

// Directly after ui::Page.
void draw_button(FilterMenu&, model::Tab, Screen&);
void draw_popups(FilterMenu&, model::Tab, const ServicesView&, Screen&);

}  // namespace pages
