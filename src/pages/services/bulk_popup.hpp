// One action for many services: what will be done, what will not and why, one confirmation.
#pragma once
#include "pages/kit/screen.hpp"
#include "pages/services/bulk_actions.hpp"
#include "pages/services/rehearsal.hpp"
#include "ui/frame/dialog.hpp"

#include <vector>

namespace pages {

struct BulkPopup : ui::Dialog {
    const BulkAction* action = nullptr;
    BulkDraft         draft;
    Rehearsal         rehearsal;
};

void open(BulkPopup&, const BulkAction&, std::vector<model::ServiceId>);
void draw(BulkPopup&, Screen&);

}  // namespace pages
