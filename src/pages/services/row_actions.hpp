// The actions of a service as a list wants them: made of the rows of the table.
#pragma once
#include "pages/services/action_table.hpp"
#include "pages/services/columns.hpp"

#include <array>
#include <iterator>
#include <utility>

namespace pages {

using ServiceRowAction = ui::RowAction<ServiceRow, const ServiceAction*>;

// Whether the action of that place in the table makes sense for the row.
template <std::size_t at>
bool fits_row(const ServiceRow& row)
{
    return concerns(action_table[at], row.service.kind) && fits(action_table[at], row.service, row.looking->today);
}

// Whether it is what its domain's condition asks for.
template <std::size_t at>
bool mends_row(const ServiceRow& row)
{
    return remedy_for(row.service, row.looking->today) == &action_table[at];
}

template <std::size_t at>
consteval ServiceRowAction row_action(bool (*shown)(const ServiceRow&), bool separator_above = false)
{
    const auto& one = action_table[at];
    return {&one,
            one.words,
            [](const ServiceRow& row) {
                return why_not(action_table[at], row.looking->state, row.service, row.looking->today);
            },
            {.icon = one.icon, .separator_above = separator_above},
            shown};
}

inline constexpr ServiceRowAction row_details{
    &details_action, details_action.words, nullptr, {.icon = details_action.icon}};

using EveryAction = std::make_index_sequence<std::size(action_table)>;

// All that fits, below the details.
template <std::size_t... at>
consteval auto menu_of_row(std::index_sequence<at...>)
{
    return std::array{row_details, row_action<at>(fits_row<at>, action_table[at].separator_above)...};
}

// What mends it, above the details.
template <std::size_t... at>
consteval auto menu_of_remedies(std::index_sequence<at...>)
{
    return std::array{row_action<at>(mends_row<at>)..., row_details};
}

}  // namespace pages
