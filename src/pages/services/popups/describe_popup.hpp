// The customer's own words about a service.
#pragma once
#include "pages/services/actions.hpp"

namespace pages {

PopupPtr describe_popup(const ServiceAction&, const model::Service&, Screen&);

}  // namespace pages
