// Gérer mes services: state and drawing of its own tabs. The tabs of orders and trades are rooms of their own.
#pragma once
#include "pages/services/details.hpp"
#include "pages/services/domain_states.hpp"
#include "pages/services/filter_menu.hpp"
#include "pages/services/list.hpp"

#include <string>

namespace pages {

struct Services {
    ServicesView   view = services_view();  // shared by both lists
    ServicesList   active;
    ServicesList   expired;
    DomainStates   domains;
    FilterMenu     filters;
    ServiceDetails details;
};

// The list of a tab, and the popups of its filters.
void draw(Services&, model::Tab, Popups&, Screen&);
void draw_filter_popups(Services&, model::Tab, Screen&);

// The heading of the open details, in the frame's language.
std::string title_of_details(const Screen&);

}  // namespace pages
