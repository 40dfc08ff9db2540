// The actions of a service as a list wants them: words and icon from the table of all actions, the reason from its rules.
#pragma once
#include "pages/services/actions.hpp"
#include "pages/services/columns.hpp"

namespace pages {

template <Act act>
std::optional<base::Problem> reason(const ServiceRow& row)
{
    return why_not(act, row.looking->state, row.service, row.looking->today);
}

// Whether it makes sense for the row.
template <Act act>
bool fits_row(const ServiceRow& row)
{
    return concerns(act, row.service.kind) && fits(act, row.service, row.looking->today);
}

template <Act act>
consteval ui::RowAction<ServiceRow, Act> row_action(bool (*shown)(const ServiceRow&) = fits_row<act>,
                                                    bool separator_above             = false)
{
    const auto& one = action(act);
    return {act, one.words, reason<act>, {.icon = one.icon, .separator_above = separator_above}, shown};
}

}  // namespace pages
