// Whether a service is renewed without being asked each time.
#pragma once
#include "model/billing/renewal.hpp"
#include "pages/kit/screen.hpp"
#include "ui/frame/dialog.hpp"

namespace pages {

struct AutoRenewPopup : ui::Dialog {
    model::SetAutoRenew draft;
};

void open(AutoRenewPopup&, const model::Service&);
void draw(AutoRenewPopup&, Screen&);

}  // namespace pages
