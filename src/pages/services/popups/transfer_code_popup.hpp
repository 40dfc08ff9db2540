// The code by which a domain leaves: asked for with the password, shown for a minute, held nowhere.
#pragma once
#include "pages/services/actions.hpp"

namespace pages {

PopupPtr transfer_code_popup(const ServiceAction&, const model::Service&, Screen&);

}  // namespace pages
