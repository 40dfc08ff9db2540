// The end of a service, now or with its term.
#pragma once
#include "pages/services/actions.hpp"

namespace pages {

PopupPtr end_popup(const ServiceAction&, const model::Service&, Screen&);

}  // namespace pages
