// An incoming transfer step by step: who must act and by when, and what the customer can do.
#pragma once
#include "pages/services/actions.hpp"

namespace pages {

PopupPtr transfer_popup(const ServiceAction&, const model::Service&, Screen&);

}  // namespace pages
