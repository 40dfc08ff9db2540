// État des domaines: every ordered domain, whether its state is as it should be, and the action that remedies it.
#pragma once
#include "pages/services/list.hpp"

#include <memory>

namespace pages {

struct DomainStates {
    ui::ListState                 list;
    std::unique_ptr<ServicesView> view;  // created when the tab is first opened
};

void draw(DomainStates&, Popups&, Screen&);

}  // namespace pages
