// One action for many services: what will be done, what will not and why, one confirmation.
#pragma once
#include "pages/bulk_actions.hpp"
#include "pages/page.hpp"
#include "pages/rehearsal.hpp"
#include "ui/dialog.hpp"

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
