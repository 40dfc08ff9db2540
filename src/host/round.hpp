// What the host does to services and carts as days pass.
#pragma once
#include "host/effects.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace host {

// Days before the expiry at which an automatic renewal is announced.
inline constexpr std::int32_t announces_before_days = 15;

// Days before the expiry at which the card is charged: the first attempt, and those after a refusal.
inline constexpr std::array<std::int32_t, 4> charged_before_days{7, 5, 3, 1};

// About services; further changes on that day are only shown on the pages.
inline constexpr int most_letters_a_day = 100;

// The first moment, not before the day `from`, at which something may have to be done for this row's service.
std::optional<std::int64_t> service_due(const model::State&, std::uint32_t row, model::Day from);

// Applies the rules of that day to one service. Sends at most `letters` letters and subtracts them from it.
void look_after_service(model::State&, model::Service, const model::Context&, int& letters, Done&);

// When a cart must be charged or deleted.
std::optional<std::int64_t> cart_due(const model::State&, std::uint32_t row);
void                        look_after_cart(model::State&, const model::Cart&, const model::Context&, Done&);

}  // namespace host
