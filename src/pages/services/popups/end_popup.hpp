// The end of a service, now or with its term.
#pragma once
#include "model/services/ending.hpp"
#include "pages/kit/screen.hpp"
#include "ui/frame/dialog.hpp"

namespace pages {

struct EndPopup : ui::Dialog {
    model::EndService draft;
    int               when = 0;  // 0: with its term, 1: at the end of this day
};

void open(EndPopup&, const model::Service&);
void draw(EndPopup&, Screen&);

}  // namespace pages
