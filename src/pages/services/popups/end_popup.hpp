// Ends a service, today or when its term ends.
#pragma once
#include "pages/services/actions.hpp"

namespace pages {

PopupPtr end_popup(const ServiceAction&, const model::Service&, Screen&);

}  // namespace pages
