// Edits the customer's own description of a service.
#pragma once
#include "pages/services/actions.hpp"

namespace pages {

PopupPtr describe_popup(const ServiceAction&, const model::Service&, Screen&);

}  // namespace pages
