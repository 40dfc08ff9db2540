// What the days make of services and carts.
#pragma once
#include "host/effects.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace host {

// An automatic renewal is announced so many days before the expiry.
inline constexpr std::int32_t announces_before_days = 15;

// And charged so many days before, again where the card was refused.
inline constexpr std::array<std::int32_t, 4> charged_before_days{7, 5, 3, 1};

// About services; what happens to more of them on one day is seen on the pages.
inline constexpr int most_letters_a_day = 100;

// The first moment, not before that day, at which there may be something to do for the service in that row.
std::optional<std::int64_t> service_due(const model::State&, std::uint32_t row, model::Day from);

// Applies the rules of that day to one service. Sends at most `letters` letters, and takes them off.
void look_after_service(model::State&, model::Service, const model::Context&, int& letters, Done&);

// When a cart is to be charged, or thrown away.
std::optional<std::int64_t> cart_due(const model::State&, std::uint32_t row);
void                        look_after_cart(model::State&, const model::Cart&, const model::Context&, Done&);

}  // namespace host
