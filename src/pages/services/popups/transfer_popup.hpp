// A transfer to us, step by step: who must act and until when, and what the customer can do about it.
#pragma once
#include "pages/services/actions.hpp"

namespace pages {

PopupPtr transfer_popup(const ServiceAction&, const model::Service&, Screen&);

}  // namespace pages
