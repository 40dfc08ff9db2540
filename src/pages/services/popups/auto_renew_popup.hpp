// Whether a service is renewed without being asked each time.
#pragma once
#include "pages/services/actions.hpp"

namespace pages {

PopupPtr auto_renew_popup(const ServiceAction&, const model::Service&, Screen&);

}  // namespace pages
