// The demo's account: invented, always the same, with its dates relative to today.
#pragma once
#include "model/state.hpp"

#include <optional>
#include <string_view>

namespace demo {

model::State account(model::Day today);

// By the name in ASCII.
std::optional<model::Service> find_service(const model::State&, std::string_view name);

}  // namespace demo
