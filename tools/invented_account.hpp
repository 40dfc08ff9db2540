// Invented accounts of any size, for tools/make_account and for the benchmarks: the same arguments give the same rows.
#pragma once
#include "base/date.hpp"
#include "model/state.hpp"

#include <cstdint>

namespace tools {

struct Invented {
    std::uint32_t services = 1000;
    std::uint64_t seed     = 1;
    base::Date    today;  // what dates are counted from
};

// Names are invented, and end in endings that exist.
model::State invented_account(const Invented& asked);

}  // namespace tools
