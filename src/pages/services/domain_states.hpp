// État des domaines: every ordered domain, whether its state is right, and the one thing to do where it is not.
#pragma once
#include "pages/services/list.hpp"

#include <memory>

namespace pages {

struct DomainStates {
    ui::ListState                 list;
    std::unique_ptr<ServicesView> view;  // made when the tab is first looked at
};

void draw(DomainStates&, Popups&, Screen&);

}  // namespace pages
