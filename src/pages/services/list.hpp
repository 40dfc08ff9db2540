// The lists of services, active and expired: the same columns, search, filter, order and actions.
#pragma once
#include "model/services/life.hpp"
#include "model/state.hpp"
#include "query/view.hpp"
#include "ui/list/list.hpp"

#include <cstdint>

namespace pages {

struct Popups;
struct Screen;

// What the texts of a row depend on beside the row itself.
struct Looking {
    const model::State& state;
    model::Day          today;
    base::Language      language;

    std::uint64_t stamp() const;

    // Rows say the names of other services. A name never changes; services come and go.
    std::uint64_t elsewhere() const { return state.services.rows().members_revision(); }
};

using ServicesView = query::View<model::Service, Looking>;

// The texts and orders of a million services are large: both lists look through one view, and the global search
// through one beside it.
ServicesView services_view();

// What a page remembers of a list of services.
struct ServicesList {
    ui::ListState list;
    std::uint64_t moves = 0;  // of the table: until which the selection has followed its rows
};

// Brings a view up to date as far as there is time in this frame; what is left over asks for another one.
void update(ServicesView&, const Looking&, const query::Query<model::Service, Looking>&, const Screen&);

// Draws the list of a tab. Search, filters and order stand in the address: q, sort, and those of services_filters.hpp;
// what is selected does not.
void draw(ServicesList&, ServicesView&, model::Tab, Popups&, Screen&);

}  // namespace pages
