// Accueil: how much there is, what needs the customer, what is new.
#pragma once
#include "model/overview.hpp"
#include "pages/fresh.hpp"
#include "pages/popups.hpp"

#include <vector>

namespace pages {

struct Overview {
    model::Counts               counts;
    std::size_t                 expired = 0;
    std::vector<model::Alert>   alerts;
    std::vector<model::Service> latest;
};

struct Home {
    bool            all_alerts = false;  // the first few are shown until asked for
    Fresh<Overview> overview;
};

void draw(Home&, Popups&, Screen&);

}  // namespace pages
