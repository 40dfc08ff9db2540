// Links a domain to a hosting account, or removes the link.
#pragma once
#include "pages/services/actions.hpp"

namespace pages {

PopupPtr associate_popup(const ServiceAction&, const model::Service&, Screen&);
PopupPtr dissociate_popup(const ServiceAction&, const model::Service&, Screen&);

}  // namespace pages
