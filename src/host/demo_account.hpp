// The account that a visitor of the demo finds: invented, the same each time, its dates counted from today.
#pragma once
#include "model/state.hpp"

namespace host {

model::State demo_account(base::Date today);

}  // namespace host
