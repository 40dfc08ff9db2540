// Automatic renewals: announced fifteen days before the expiry, charged seven days before, and again five, three and one
// day before where the card was refused.
#pragma once
#include "model/billing/cart.hpp"

namespace host {

// An automatic renewal is announced so many days before the expiry.
inline constexpr std::int32_t announces_before_days = 15;

// What is due for one service on this day. Whether there was anything to do.
bool renew_automatically(model::State&, const model::Service&, base::Instant now);

}  // namespace host
