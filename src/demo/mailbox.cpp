#include "demo/mailbox.hpp"

namespace demo {
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

bool post(model::State& state, const host::SendLetter& letter)
{
    if (state.messages.contains({letter.name})) return false;
    make_room(state.messages);
    model::Message message;
    message.id      = {letter.name};
    message.sent_at = letter.at;
    message.to      = letter.to;
    message.subject = {std::string(base::key_name(letter.subject))};
    message.body    = {std::string(base::key_name(letter.body))};
    message.args    = letter.args;
    message.service = letter.service;
    message.link    = letter.link;
    if (!letter.link_words.empty()) message.link_words = {std::string(base::key_name(letter.link_words))};
    return state.messages.put(message);
}

}  // namespace demo
