#include "model/state.hpp"

#include "model/columns.hpp"

#include <algorithm>
#include <tuple>

namespace model {

std::optional<Operation> open_operation(const State& state, const ServiceId& service)
{
    const auto row = state.open_operations.find(state.operations, service);
    return row ? std::optional(state.operations.row(*row)) : std::nullopt;
}

std::vector<Operation> operations_of(const State& state, const ServiceId& service)
{
    static const auto service_column = column_of<Operation>("service");

    std::vector<Operation> found;
    for_each_page(state.operations, [&](const table::Page& page, std::uint32_t first) {
        for (std::uint32_t row = 0; row < page.rows; ++row)
            if (page.columns[service_column].text(row) == service.value)
                found.push_back(state.operations.row(first + row));
    });
    std::sort(found.begin(), found.end(), [](const Operation& a, const Operation& b) {
        return std::tie(b.asked_at, b.id) < std::tie(a.asked_at, a.id);
    });
    return found;
}

}  // namespace model
