// Chooses the free domain that comes with a hosting account.
#pragma once
#include "pages/services/actions.hpp"

namespace pages {

PopupPtr offered_popup(const ServiceAction&, const model::Service&, Screen&);

}  // namespace pages
