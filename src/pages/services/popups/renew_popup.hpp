// Renews a service; the same popup reactivates and restores.
#pragma once
#include "pages/services/actions.hpp"

#include <string_view>

namespace pages {

PopupPtr renew_popup(const ServiceAction&, const model::Service&, Screen&);

// The name of the renewal for a service: "renew"; "reactivate" after its end; "restore" for a domain in redemption.
std::string_view renewal_of(const model::Service&, model::Day today);

}  // namespace pages
