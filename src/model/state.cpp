#include "model/state.hpp"

#include <utility>

namespace model {

State::State()                            = default;
State::State(const State&)                = default;
State::State(State&&) noexcept            = default;
State& State::operator=(const State&)     = default;
State& State::operator=(State&&) noexcept = default;
State::~State()                           = default;

std::vector<NamedRows> tables_of(State& state)
{
    std::vector<NamedRows> tables;
    for_each_table(state, [&](std::string_view name, auto& table) { tables.push_back({name, &table.rows()}); });
    return tables;
}

bool same_rows(const State& a, const State& b)
{
    std::vector<const table::Rows*> others;
    for_each_table(b, [&](std::string_view, const auto& table) { others.push_back(&table.rows()); });
    bool        same = true;
    std::size_t at   = 0;
    for_each_table(a, [&](std::string_view, const auto& table) { same = same && equal(table.rows(), *others[at++]); });
    return same;
}

Profile profile_of(const State& state) { return state.profile.empty() ? Profile() : state.profile.row(0); }

Operation asked_operation(OperationDetail detail, const ServiceId& service, const Context& context)
{
    Operation operation;
    operation.id         = {"op-" + context.seed};
    operation.service    = service;
    operation.asked_at   = context.now;
    operation.changed_at = context.now;
    operation.detail     = std::move(detail);
    return operation;
}

}  // namespace model
