// The due dates of operations, transfers, trades and grants, and what happens then.
#pragma once
#include "host/effects.hpp"

#include <cstdint>
#include <optional>

namespace host {

// Milliseconds, as in base::Instant; nothing if the row waits for no date.
std::optional<std::int64_t> operation_due(const model::State&, std::uint32_t row);
std::optional<std::int64_t> transfer_due(const model::State&, std::uint32_t row);
std::optional<std::int64_t> trade_due(const model::State&, std::uint32_t row);
std::optional<std::int64_t> grant_due(const model::State&, std::uint32_t row, base::Instant now);

void look_after_transfer(model::State&, const model::Transfer&, const model::Context&, Done&);
void look_after_trade(model::State&, model::Trade, const model::Context&, Done&);
void look_after_grant(model::State&, model::Grant, const model::Context&, Done&);

// True if a contact does not know the service's latest state yet; show_again() has those contacts told.
bool shows_something_new(const model::State&, const model::ServiceId&);
void show_again(model::State&, const model::ServiceId&);

}  // namespace host
