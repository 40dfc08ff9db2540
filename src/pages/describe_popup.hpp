// The customer's own words about a service.
#pragma once
#include "model/description.hpp"
#include "pages/page.hpp"
#include "ui/dialog.hpp"

namespace pages {

struct DescribePopup : ui::Dialog {
    model::Describe draft;
};

void open(DescribePopup&, const model::Service&);
void draw(DescribePopup&, Screen&);

}  // namespace pages
