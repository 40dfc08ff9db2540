// Gérer mes services: five tabs, each with its own address.
#pragma once
#include "pages/orders/pending.hpp"
#include "pages/services/details.hpp"
#include "pages/services/domain_states.hpp"
#include "pages/services/filter_menu.hpp"
#include "pages/services/list.hpp"
#include "pages/trades/trades.hpp"

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
