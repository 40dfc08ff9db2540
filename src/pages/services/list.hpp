// The lists of active and of expired services: same columns, search, filters, order and actions.
#pragma once
#include "model/services/life.hpp"
#include "model/state.hpp"
#include "query/view.hpp"
#include "ui/list/list.hpp"

#include <cstdint>

namespace pages {

struct Popups;
struct Screen;

// Everything that the texts of a row depend on, beside the row.
struct Looking {
    const model::State& state;
    model::Day          today;
    base::Language      language;

    std::uint64_t stamp() const;

    // Changes when services are added or removed: rows show names of other services. A name never changes.
    std::uint64_t elsewhere() const { return state.services.rows().members_revision(); }
};

using ServicesView = query::View<model::Service, Looking>;

// The texts and orders of a million services are large: both lists share one view, and the global search has one
// derived from it.
ServicesView services_view();

// A page's state of a list of services.
struct ServicesList {
    ui::ListState list;
    std::uint64_t moves = 0;  // position in the table's log of moves up to which the selection is updated
};

// Updates a view as far as this frame's time budget allows; asks for another frame if it is not finished.
void update(ServicesView&, const Looking&, const query::Query<model::Service, Looking>&, const Screen&);

// Draws the list of a tab. Search, filters and order are kept in the address (q, sort, and those of filters.hpp); the
// selection is not.
void draw(ServicesList&, ServicesView&, model::Tab, Popups&, Screen&);

}  // namespace pages
