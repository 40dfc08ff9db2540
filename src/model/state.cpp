#include "model/state.hpp"

#include "base/sort.hpp"
#include "model/columns.hpp"

#include <tuple>

namespace model {

State::State()                            = default;
State::State(const State&)                = default;
State::State(State&&) noexcept            = default;
State& State::operator=(const State&)     = default;
State& State::operator=(State&&) noexcept = default;
State::~State()                           = default;

bool same_rows(const State& a, const State& b)
{
    bool same = true;
    for_each_table(a, [&](std::string_view name, const auto& of_a) {
        for_each_table(b, [&](std::string_view other, const auto& of_b) {
            if (name == other) same = same && equal(of_a.rows(), of_b.rows());
        });
    });
    return same;
}

std::vector<NamedRows> tables_of(State& state)
{
    std::vector<NamedRows> tables;
    for_each_table(state, [&](std::string_view name, auto& table) { tables.push_back({name, &table.rows()}); });
    return tables;
}

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
    base::sort(found, [](const Operation& a, const Operation& b) {
        return std::tie(b.asked_at, b.id) < std::tie(a.asked_at, a.id);
    });
    return found;
}

Operation asked_operation(OperationKind kind, const ServiceId& service, const Context& context)
{
    Operation operation;
    operation.id         = {"op-" + context.seed};
    operation.service    = service;
    operation.kind       = kind;
    operation.asked_at   = context.now;
    operation.changed_at = context.now;
    return operation;
}

}  // namespace model
