// Whether a service is renewed without being asked each time.
#pragma once
#include "model/renewal.hpp"
#include "pages/page.hpp"
#include "ui/dialog.hpp"

namespace pages {

struct AutoRenewPopup : ui::Dialog {
    model::SetAutoRenew draft;
};

void open(AutoRenewPopup&, const model::Service&);
void draw(AutoRenewPopup&, Screen&);

}  // namespace pages
