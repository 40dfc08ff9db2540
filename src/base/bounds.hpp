// Limits of values that come from outside (files, disk, network). Beyond them arithmetic on amounts, dates and deadlines
// might overflow. Reading JSON refuses values beyond the limits; reading a stored page clamps them, since rows of older
// programs must stay readable.
#pragma once
#include <cstdint>

namespace base {

struct Bounds {
    std::int64_t least = INT64_MIN;
    std::int64_t most  = INT64_MAX;

    constexpr bool hold(std::int64_t number) const { return number >= least && number <= most; }
    bool           operator==(const Bounds&) const = default;
};

inline constexpr Bounds int32_bounds   = {INT32_MIN, INT32_MAX};
inline constexpr Bounds cents_bounds   = {-1'000'000'000'000, 1'000'000'000'000};
inline constexpr Bounds years_bounds   = {0, 100};            // of a field called "years"
inline constexpr Bounds date_bounds    = {-25'567, 376'199};  // days: 1900-01-01 to 2999-12-31
inline constexpr Bounds instant_bounds = {date_bounds.least * 86'400'000,
                                          (date_bounds.most + 1) * 86'400'000 - 1};  // ms

}  // namespace base
