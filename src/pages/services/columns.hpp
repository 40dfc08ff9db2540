// The columns of the lists of services: what they show is what is searched, sorted and read by screen readers.
#pragma once
#include "base/sheet.hpp"
#include "pages/services/list.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace pages {

struct ServiceRow {
    const Looking* looking;
    model::Service service;
};

// The rows that a view has found, in the form that a list needs.
struct FoundRows {
    const ServicesView& view;
    const Looking&      looking;

    std::uint32_t size() const { return view.size(); }
    std::uint32_t total() const { return view.total(); }
    ServiceRow    operator[](std::size_t place) const { return {&looking, looking.state.services.row(view[place])}; }

    ui::Selection::Key key(std::size_t place) const { return view[place]; }
    std::uint64_t      stamp() const { return view.revision(); }
};

// The fields on which a service's displayed state depends: its status, or what is wrong with an active one; past its term also `name`, for the registry's rules.
inline constexpr query::Reads<model::Service, Looking> status_fields = {
    query::Fields{"kind", "status", "expires_on", "condition"},
    [](const model::Service& service, const Looking& looking) {
        return service.kind == model::ServiceKind::domain && model::is_past_term(service, looking.today);
    },
    query::Fields{"name"}};

// The fields that model::tab_of() reads.
inline constexpr query::Reads<model::Service, Looking> tab_fields = query::Fields{"status", "expires_on"};

std::span<const query::Column<model::Service, Looking>> searched_columns();
std::span<const ui::Column<ServiceRow>>                 shown_columns();

// The columns as the customer chose them, in their order: the numbers by which lists sort, title_of_column().
std::vector<int> chosen_columns(const ui::ColumnChoices&);

// These columns in a file for people: days and numbers as such, the rest as the searched text.
std::vector<base::SheetColumn> sheet_columns(const std::vector<int>& columns, base::Language);
void sheet_cells(const std::vector<int>& columns, const model::Service&, const Looking&, std::vector<base::SheetCell>&);

// In a file for machines: the words of the model, and names in ASCII; the name has another column, the one that is shown.
std::vector<base::SheetColumn> machine_columns(const std::vector<int>& columns);
void                           machine_cells(const std::vector<int>& columns, const model::Service&, const Looking&,
                                             std::vector<base::SheetCell>&);

// The title of the column that lists sort by under this number.
base::TextKey title_of_column(int sort);

// The default order, when the address has none: soonest expiry first.
std::vector<ui::SortKey> first_order();

// Converted for a query.
std::vector<query::Sort> sort_of(const std::vector<ui::SortKey>&);

// "-expires,name"; unknown names are skipped. is_order() is true if there are none.
std::vector<ui::SortKey> read_order(std::string_view words);
std::string              print_order(const std::vector<ui::SortKey>&);
bool                     is_order(std::string_view words);

}  // namespace pages
