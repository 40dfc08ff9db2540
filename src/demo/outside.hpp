// Invented answers of registrars, registries, the bank and other people, some seconds later. They depend only on the waiting
// row, so none is lost by a reload or when another tab becomes the leader.
#pragma once
#include "model/command.hpp"
#include "model/events.hpp"

#include <optional>

namespace demo {

// How long an operation stays `to_do`, and then `under_way`.
inline constexpr std::int64_t begins_after_ms = 2'000;
inline constexpr std::int64_t done_after_ms   = 3'000;

// When the answer for which the row waits arrives, in milliseconds as in base::Instant; nothing if it waits for none.
std::optional<std::int64_t> operation_answered_at(const model::State&, std::uint32_t row);
std::optional<std::int64_t> transfer_answered_at(const model::State&, std::uint32_t row);
std::optional<std::int64_t> payment_answered_at(const model::State&, std::uint32_t row);  // of carts
std::optional<std::int64_t> order_goes_on_at(const model::State&, std::uint32_t row);

model::Command answer_to(const model::Operation&);
model::Command answer_to(const model::Transfer&);
model::Command answer_to(const model::State&, const model::Cart&, base::Date today);
model::Command answer_to(const model::PurchaseOrder&);

// --- the other side of a trade -----------------------------------------------------------

// When the other account acts by itself; nothing if it does not.
std::optional<std::int64_t> other_side_acts_at(const model::State&, std::uint32_t row);

// Lets the other account act: it writes to its customer, releases what it sold, or accepts what it bought.
void other_side_acts(model::State&, const model::Trade&, const model::Context&);

// Handles an event that our account sends to the other one: it writes to its customer.
void other_side_hears(model::State&, const model::Event&, base::Instant now);

// The event that the other account sends when its customer has followed the link of a letter.
model::Event other_side_says(const model::State&, const model::AnswerTrade&);

// True if it is the other account's customer who answers.
bool is_of_other_side(const model::State&, const model::AnswerTrade&);

// --- the other side of a grant -----------------------------------------------------------

// When the other account answers a grant that our customer has offered or asked for.
std::optional<std::int64_t> other_side_answers_at(const model::State&, std::uint32_t row);

// Lets it answer: it accepts, and if it is the owner, shows the services of the grant.
void other_side_answers(model::State&, const model::Grant&, const model::Context&);

}  // namespace demo
