// What the months ahead cost: how many services expire in each, and the price of renewing them for one year.
#pragma once
#include "model/state.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace model {

inline constexpr std::size_t months_ahead = 12;

struct MonthAhead {
    base::Date   first;         // the first day of the month, also of the one that has begun
    std::int64_t services = 0;  // active ones that expire in it, from today on
    base::Money  cost;          // of one year more for each of them, VAT included, as renewal_price() has it today

    bool operator==(const MonthAhead&) const = default;
};
using MonthsAhead = std::array<MonthAhead, months_ahead>;

// The month of today first. A service counts where its expiry stands now: one that is being renewed moves on when the
// host has done it. What is no longer active, and what expires later than these months, is in none.
MonthsAhead look_ahead(const State&, Day today);

// All months together; `first` is the first of them.
MonthAhead sum_of(const MonthsAhead&);

}  // namespace model
