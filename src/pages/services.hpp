// Gérer mes services: five tabs, each with its own address.
#pragma once
#include "pages/filter_menu.hpp"
#include "pages/service_details.hpp"
#include "pages/services_list.hpp"

namespace pages {

struct Services {
    ServicesList   active;
    ServicesList   expired;
    FilterMenu     filters;
    ServiceDetails details;
};

void draw(Services&, ServicesView&, Popups&, Screen&);

// The heading of what is open there, in the frame's language.
std::string services_title(const Screen&);

}  // namespace pages
