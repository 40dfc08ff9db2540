// Détails du service: all data of one service and all actions on it, at an address of its own.
#pragma once
#include "model/services/association.hpp"
#include "pages/kit/fresh.hpp"

#include <vector>

namespace pages {

struct Popups;

struct ServiceDetails {
    struct Around {
        std::vector<model::Operation> operations;  // newest first
        std::vector<model::Invoice>   invoices;    // newest first
        std::vector<model::Ticket>    tickets;     // newest first
        std::vector<model::Service>   domains;     // of a hosting account
    };
    Fresh<Around> around;
};

void draw(ServiceDetails&, Popups&, Screen&);

}  // namespace pages
