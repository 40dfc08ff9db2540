// Invented accounts of any size, for tools/make_account and the benchmarks. Deterministic: equal arguments give equal rows.
#pragma once
#include "base/date.hpp"
#include "model/state.hpp"

#include <cstdint>

namespace tools {

struct Invented {
    std::uint32_t services = 1000;
    std::uint64_t seed     = 1;
    base::Date    today;  // dates are relative to it
};

// Names are invented; their TLDs exist.
model::State invented_account(const Invented& asked);

}  // namespace tools
