#include "host/letters.hpp"

#include "table/hash.hpp"

#include <array>
#include <cstdio>
#include <utility>

namespace host {
namespace {

constexpr std::uint32_t most_letters = 500;

void make_room(table::Table<model::Message>& messages)
{
    static const auto sent_column = table::Table<model::Message>::column("sent_at");
    if (messages.size() < most_letters) return;
    std::uint32_t oldest = 0;
    for (std::uint32_t row = 1; row < messages.size(); ++row)
        if (messages.number_at(sent_column, row) < messages.number_at(sent_column, oldest)) oldest = row;
    messages.erase(messages.row(oldest).id);
}

}  // namespace

void send(model::State& state, std::string name, base::Instant at, Letter letter)
{
    if (state.messages.contains({name})) return;
    make_room(state.messages);
    model::Message message;
    message.id      = {std::move(name)};
    message.sent_at = at;
    message.to      = std::move(letter.to);
    message.subject = {std::string(base::key_name(letter.subject))};
    message.body    = {std::string(base::key_name(letter.body))};
    message.args    = std::move(letter.args);
    message.service = std::move(letter.service);
    message.link    = std::move(letter.link);
    if (!letter.link_words.empty()) message.link_words = {std::string(base::key_name(letter.link_words))};
    state.messages.put(message);
}

std::string token_of(std::string_view letter, base::Instant at)
{
    std::array<char, 17> digits{};
    const auto           number = table::hash(std::string(letter) + "/" + std::to_string(at.ms));
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(number));
    return digits.data();
}

}  // namespace host
