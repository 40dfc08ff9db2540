// What transfers, trades and operations wait for: when that is, and what becomes of them then.
#pragma once
#include "host/effects.hpp"

#include <cstdint>
#include <optional>

namespace host {

// The moments are milliseconds, as base::Instant counts them; nothing where nothing is waited for.
std::optional<std::int64_t> operation_due(const model::State&, std::uint32_t row);
std::optional<std::int64_t> transfer_due(const model::State&, std::uint32_t row);
std::optional<std::int64_t> trade_due(const model::State&, std::uint32_t row);
std::optional<std::int64_t> grant_due(const model::State&, std::uint32_t row, base::Instant now);

void look_after_transfer(model::State&, const model::Transfer&, const model::Context&, Done&);
void look_after_trade(model::State&, model::Trade, const model::Context&, Done&);
void look_after_grant(model::State&, model::Grant, const model::Context&, Done&);

// Whether a contact does not know yet what has become of a service; has those who do not told.
bool shows_something_new(const model::State&, const model::ServiceId&);
void show_again(model::State&, const model::ServiceId&);

}  // namespace host
