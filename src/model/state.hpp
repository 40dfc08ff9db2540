// Everything one customer can see, held in memory.
#pragma once
#include "model/open_operations.hpp"
#include "model/operation.hpp"
#include "model/profile.hpp"
#include "model/service.hpp"
#include "table/table.hpp"

#include <optional>

namespace model {

struct State {
    Profile                 profile;
    table::Table<Service>   services;
    table::Table<Operation> operations;
    base::Unknown           unknown;

    mutable OpenOperations open_operations;  // of `operations`; holds nothing of its own
};

// The operation that is to do or under way for a service: there is at most one.
std::optional<Operation> open_operation(const State&, const ServiceId&);

// All operations of a service, the latest first.
std::vector<Operation> operations_of(const State&, const ServiceId&);

}  // namespace model
