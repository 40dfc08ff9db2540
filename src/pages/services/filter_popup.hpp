// All filters of a list of services, each a choice of its own. They act at once: the list behind follows.
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

// `view` has found what is in the list.
void draw(FilterPopup&, model::Tab, const ServicesView& view, Screen&);

}  // namespace pages
