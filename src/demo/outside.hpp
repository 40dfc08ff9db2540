// What registrars, registries, the bank and other people would answer: invented, after some seconds. Each of these looks at a row
// that waits, so that a reload, or another tab that takes the lead, forgets none.
#pragma once
#include "model/command.hpp"
#include "model/events.hpp"

#include <optional>

namespace demo {

// How long an operation stays to do, and then under way.
inline constexpr std::int64_t begins_after_ms = 2'000;
inline constexpr std::int64_t done_after_ms   = 3'000;

// When the answer to what a row waits for comes, in milliseconds as base::Instant counts them; nothing: it waits for none.
std::optional<std::int64_t> operation_answered_at(const model::State&, std::uint32_t row);
std::optional<std::int64_t> transfer_answered_at(const model::State&, std::uint32_t row);
std::optional<std::int64_t> payment_answered_at(const model::State&, std::uint32_t row);  // of carts
std::optional<std::int64_t> order_goes_on_at(const model::State&, std::uint32_t row);

model::Command answer_to(const model::Operation&);
model::Command answer_to(const model::Transfer&);
model::Command answer_to(const model::State&, const model::Cart&, base::Date today);
model::Command answer_to(const model::PurchaseOrder&);

// --- the other side of a trade -----------------------------------------------------------

// When the other account has something to say or to do by itself.
std::optional<std::int64_t> other_side_acts_at(const model::State&, std::uint32_t row);

// Lets the other account act: it writes to its customer, releases what it sold, or takes what it bought.
void other_side_acts(model::State&, const model::Trade&, const model::Context&);

// What the other account makes of an event of ours: it writes to its customer.
void other_side_hears(model::State&, const model::Event&, base::Instant now);

// What the other account tells ours when its customer has pressed the link of a letter.
model::Event other_side_says(const model::State&, const model::AnswerTrade&);

// Whether the answer is given by the customer of the other account.
bool is_of_other_side(const model::State&, const model::AnswerTrade&);

// --- the other side of a grant -----------------------------------------------------------

// When the other account answers what our customer has asked it for.
std::optional<std::int64_t> other_side_answers_at(const model::State&, std::uint32_t row);

// Lets it answer: it agrees, and shows what we asked to be the contact of.
void other_side_answers(model::State&, const model::Grant&, const model::Context&);

}  // namespace demo
