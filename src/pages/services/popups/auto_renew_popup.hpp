// Turns automatic renewal on or off.
#pragma once
#include "pages/services/actions.hpp"

namespace pages {

PopupPtr auto_renew_popup(const ServiceAction&, const model::Service&, Screen&);

}  // namespace pages
