// Rows that go on by themselves when their time has come. `due(row)` is that moment; nothing when there is none.
#pragma once
#include "base/instant.hpp"
#include "table/table.hpp"

#include <optional>

namespace host {

// When the next of them is due.
template <class T, class Due>
std::optional<base::Instant> earliest(const table::Table<T>& rows, Due due)
{
    std::optional<base::Instant> next;
    for (const T& row : rows)
        if (const auto at = due(row); at && (!next || *at < *next)) next = at;
    return next;
}

// go_on(row, when it was due) for each that is due by `now`, and again for what is due by that. It puts the row back as it
// is then, and takes none out. Whether there was anything to do.
template <class T, class Due, class GoOn>
bool advance_due(const table::Table<T>& rows, base::Instant now, Due due, GoOn go_on)
{
    bool changed = false;
    for (bool again = true; again;) {
        again = false;
        for (std::uint32_t number = 0; number < rows.size(); ++number) {
            const auto row = rows.row(number);
            const auto at  = due(row);
            if (!at || now < *at) continue;
            go_on(row, *at);
            again = changed = true;
        }
    }
    return changed;
}

}  // namespace host
