// The account that a visitor of the demo finds: invented, the same each time, its dates counted from today.
#pragma once
#include "model/state.hpp"

#include <optional>
#include <string_view>

namespace demo {

model::State account(model::Day today);

// By its name in ASCII.
std::optional<model::Service> find_service(const model::State&, std::string_view name);

}  // namespace demo
