// The catalogue of the demo's company: assets/catalogue.json, compiled into constants by the build.
#pragma once
#include "model/billing/catalogue.hpp"

namespace demo {

// Lives as long as the program.
const model::Catalogue& catalogue();

}  // namespace demo
