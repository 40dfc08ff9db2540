// Iterates over all rows of a table by a few columns, without building a struct for each row.
#pragma once
#include "table/table.hpp"

#include <cstdint>

namespace model {

// Index of the column with this name. Requires that it exists.
template <class T>
std::size_t column_of(std::string_view name)
{
    return table::Table<T>::column(name);
}

// Calls visit(page, index of its first row) for each page.
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
