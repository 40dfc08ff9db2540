// The cost of the coming months: how many services expire in each, and the price of renewing them for one year.
#pragma once
#include "model/state.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace model {

inline constexpr std::size_t months_ahead = 12;

struct MonthAhead {
    base::Date   first;         // the first day of the month, also for the current one
    std::int64_t services = 0;  // active services that expire in it, from today on
    base::Money  cost;          // of one more year for each of them, VAT included, at today's prices

    bool operator==(const MonthAhead&) const = default;
};
using MonthsAhead = std::array<MonthAhead, months_ahead>;

// The first is the current month. A service counts in the month of its present expiry, even while it is being renewed. Inactive
// services and later expiries count in no month.
MonthsAhead look_ahead(const State&, Day today);

// The sum of all months; its `first` is that of the first month.
MonthAhead sum_of(const MonthsAhead&);

}  // namespace model
