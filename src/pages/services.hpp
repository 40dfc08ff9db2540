// Gérer mes services: five tabs, each with its own address.
#pragma once
#include "pages/domain_states.hpp"
#include "pages/filter_menu.hpp"
#include "pages/pending.hpp"
#include "pages/service_details.hpp"
#include "pages/services_list.hpp"
#include "pages/trades.hpp"

namespace pages {

struct Services {
    ServicesList   active;
    ServicesList   expired;
    DomainStates   domains;
    Pending        pending;
    Trades         trades;
    FilterMenu     filters;
    ServiceDetails details;
};

void draw(Services&, ServicesView&, Popups&, Screen&);

// The heading of what is open there, in the frame's language.
std::string services_title(const Screen&);

}  // namespace pages
