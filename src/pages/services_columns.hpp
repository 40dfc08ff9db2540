// The columns of the lists of services: what they say is what is searched, sorted and read aloud.
#pragma once
#include "base/sheet.hpp"
#include "pages/services_list.hpp"

#include <span>
#include <string>
#include <vector>

namespace pages {

struct ServiceRow {
    const Looking* looking;
    model::Service service;
};

// What the dates make of a service's status follows from these.
inline constexpr query::Fields status_fields = {"kind", "name", "status", "expires_on"};

std::span<const query::Column<model::Service, Looking>> searched_columns();
std::span<const ui::Column<ServiceRow>>                 shown_columns();

// The columns shown, for a file, and what a service has in them: dates and numbers as such, else the text searched.
std::vector<base::SheetColumn> sheet_columns(base::Language);
void sheet_values(const model::Service&, const Looking&, std::vector<base::Datum>& values);

// The title of the column that the lists sort by under this number.
base::TextKey title_of_column(int sort);

// What stands in the address when nothing else is asked for: the soonest expiry first.
std::vector<ui::SortKey> first_order();

// "-expires,name": unknown names are passed over.
std::vector<ui::SortKey> read_order(std::string_view words);
std::string              print_order(const std::vector<ui::SortKey>&);

}  // namespace pages
