// All filters of a list of services, each as a select. They take effect at once, in the list behind.
#pragma once
#include "pages/kit/fresh.hpp"
#include "pages/services/filters.hpp"
#include "ui/controls/dialog.hpp"
#include "ui/fields/fields.hpp"

#include <vector>

namespace pages {

struct FilterPopup : ui::Dialog {
    Fresh<std::vector<ui::Option>> endings;
};

// `view` has the rows of the list.
void draw(FilterPopup&, model::Tab, const ServicesView& view, Screen&);

}  // namespace pages
