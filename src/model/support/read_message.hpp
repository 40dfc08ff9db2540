// The command that marks a message as read.
#pragma once
#include "base/must.hpp"
#include "base/problems.hpp"
#include "model/context.hpp"
#include "model/state.hpp"

namespace model {

using MessageId = base::Id<Message>;

struct ReadMessage {
    static constexpr std::string_view word = "read_message";

    MessageId message;
    bool      operator==(const ReadMessage&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, ReadMessage& c)
{
    visit("message", c.message);
}

inline base::Problems check(const State& state, const ReadMessage& command, const Context&)
{
    base::Problems problems;
    if (!state.messages.contains(command.message)) problems.add("", "why.no_such_message");
    return problems;
}

inline void perform(State& state, const ReadMessage& command, const Context&)
{
    auto message = base::required(state.messages.get(command.message));
    message.read = true;
    state.messages.put(message);
}

constexpr bool who(const ReadMessage&, const Actor& actor) { return is_owner(actor); }
constexpr bool may_wait_offline(const ReadMessage&) { return true; }

}  // namespace model
