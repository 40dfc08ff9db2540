// Détails du service: everything about one service, and everything that can be done with it, at its own address.
#pragma once
#include "model/services/association.hpp"
#include "pages/kit/fresh.hpp"

#include <vector>

namespace pages {

struct Popups;

struct ServiceDetails {
    struct Around {
        std::vector<model::Operation> operations;  // the latest first
        std::vector<model::Invoice>   invoices;    // likewise
        std::vector<model::Ticket>    tickets;     // likewise
        std::vector<model::Service>   domains;     // of a hosting account
    };
    Fresh<Around> around;
};

void draw(ServiceDetails&, Popups&, Screen&);

}  // namespace pages
