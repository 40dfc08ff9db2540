// A domain's transfer code: requested with the password, shown for a minute, never stored.
#pragma once
#include "pages/services/actions.hpp"

namespace pages {

PopupPtr transfer_code_popup(const ServiceAction&, const model::Service&, Screen&);

}  // namespace pages
