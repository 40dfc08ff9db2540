// Accueil: totals, what needs the customer's attention, news, the cost of the coming year.
#pragma once
#include "model/services/overview.hpp"
#include "pages/kit/fresh.hpp"
#include "ui/controls/chart.hpp"

#include <string>
#include <vector>

namespace pages {

struct Overview {
    model::Counts               counts;
    std::vector<model::Alert>   alerts;
    std::size_t                 saveable = 0;  // that many come first; of the others the services are lost
    std::vector<model::Service> latest;
    std::vector<model::Ticket>  exchanges;

    // What expires and can be renewed with one payment, if that is more than one service.
    std::vector<model::ServiceId> together;
    base::Money                   price;

    // The charts; without bars if there is nothing to show.
    std::vector<ui::Bar> ahead, spent;
    std::string          ahead_in_words, spent_in_words;
};

struct Home {
    bool            all_alerts = false;  // false: only the first few are shown
    bool            shows_lost = false;
    Fresh<Overview> overview;
};

void draw(Home&, Screen&);

}  // namespace pages
