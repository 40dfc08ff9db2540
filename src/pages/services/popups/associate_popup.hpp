// Which hosting account a domain shows: linking it, and taking the link away.
#pragma once
#include "pages/services/actions.hpp"

namespace pages {

PopupPtr associate_popup(const ServiceAction&, const model::Service&, Screen&);
PopupPtr dissociate_popup(const ServiceAction&, const model::Service&, Screen&);

}  // namespace pages
