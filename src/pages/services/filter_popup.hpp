// All filters of a list of services, each as a select. They take effect at once, in the list behind.
#pragma once
#include "pages/kit/fresh.hpp"
#include "pages/services/filters.hpp"
#include "ui/controls/dialog.hpp"
#include "ui/fields/fields.hpp"

#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace pages {

struct FilterPopup : ui::Dialog {
    // Of a filter that offers the values of the rows: these, counted among the rows that it would leave.
    struct Offered {
        std::optional<ServicesView>    rows;  // without this filter, while it is asked for
        Fresh<std::vector<ui::Option>> options;
    };
    std::map<std::string_view, Offered> offered;  // by the filter's key
};

// `view` has the rows of the list.
void draw(FilterPopup&, model::Tab, const ServicesView& view, Screen&);

}  // namespace pages
