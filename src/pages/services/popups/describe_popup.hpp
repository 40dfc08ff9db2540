// The customer's own words about a service.
#pragma once
#include "model/services/description.hpp"
#include "pages/kit/screen.hpp"
#include "ui/frame/dialog.hpp"

namespace pages {

struct DescribePopup : ui::Dialog {
    model::Describe draft;
};

void open(DescribePopup&, const model::Service&);
void draw(DescribePopup&, Screen&);

}  // namespace pages
