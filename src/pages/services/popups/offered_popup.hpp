// Which domain comes with a hosting account.
#pragma once
#include "model/services/offered_domain.hpp"
#include "pages/kit/screen.hpp"
#include "ui/frame/dialog.hpp"

namespace pages {

struct OfferedPopup : ui::Dialog {
    model::ChooseOfferedDomain draft;
    std::string                name;     // as typed
    int                        way = 0;  // 0: registered, 1: transferred
};

void open(OfferedPopup&, const model::Service&);
void draw(OfferedPopup&, Screen&);

}  // namespace pages
