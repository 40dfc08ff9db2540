// One action on many services: which will change, which will not and why, one confirmation.
#pragma once
#include "pages/services/bulk_actions.hpp"
#include "pages/services/popup.hpp"

#include <vector>

namespace pages {

PopupPtr bulk_popup(const BulkAction&, std::vector<model::ServiceId>);

}  // namespace pages
