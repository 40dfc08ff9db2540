// The actions of a service as row actions of a list, generated from the table.
#pragma once
#include "pages/services/action_table.hpp"
#include "pages/services/columns.hpp"

#include <array>
#include <iterator>
#include <utility>

namespace pages {

using ServiceRowAction = ui::RowAction<ServiceRow, const ServiceAction*>;

// True if action number `at` of the table applies to the row.
template <std::size_t at>
bool fits_row(const ServiceRow& row)
{
    return concerns(action_table[at], row.service.kind) && fits(action_table[at], row.service, row.looking->today);
}

// True if it is the remedy for the domain's condition.
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

// The details, then all actions that fit.
template <std::size_t... at>
consteval auto menu_of_row(std::index_sequence<at...>)
{
    return std::array{row_details, row_action<at>(fits_row<at>, action_table[at].separator_above)...};
}

// The remedy, then the details.
template <std::size_t... at>
consteval auto menu_of_remedies(std::index_sequence<at...>)
{
    return std::array{row_action<at>(mends_row<at>)..., row_details};
}

}  // namespace pages
