// Walks over all rows of a table by a few columns, without making a struct of each.
#pragma once
#include "table/table.hpp"

#include <cstdint>

namespace model {

// Where a column stands. Requires that there is one of that name.
template <class T>
std::size_t column_of(std::string_view name)
{
    return table::Table<T>::column(name);
}

// visit(page, number of its first row), page by page.
template <class T, class Visit>
void for_each_page(const table::Table<T>& rows, Visit visit)
{
    std::uint32_t first = 0;
    for (const auto& page : rows.rows().pages()) {
        table::count_rows(page.rows);
        visit(page, first);
        first += page.rows;
    }
}

}  // namespace model
