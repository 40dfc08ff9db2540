#include "model/command.hpp"

namespace model {

Command::Command()                              = default;
Command::Command(const Command&)                = default;
Command::Command(Command&&) noexcept            = default;
Command& Command::operator=(const Command&)     = default;
Command& Command::operator=(Command&&) noexcept = default;
Command::~Command()                             = default;

bool Command::operator==(const Command& other) const
{
    return static_cast<const AnyCommand&>(*this) == static_cast<const AnyCommand&>(other);
}

bool who(const Command& command, const Actor& actor)
{
    return std::visit([&](const auto& one) { return who(one, actor); }, command);
}

base::Problems check(const State& state, const Command& command, const Context& context)
{
    if (!who(command, context.actor)) {
        base::Problems problems;
        problems.add("", is_owner(context.actor) ? base::TextKey("why.by_link_only") : base::TextKey("why.not_yours"));
        return problems;
    }
    return std::visit([&](const auto& one) { return check(state, one, context); }, command);
}

void perform(State& state, const Command& command, const Context& context)
{
    std::visit([&](const auto& one) { perform(state, one, context); }, command);
}

bool may_wait_offline(const Command& command)
{
    return std::visit([](const auto& one) { return may_wait_offline(one); }, command);
}

std::string_view word_of(const Command& command)
{
    return std::visit([](const auto& one) { return one.word; }, command);
}

const ServiceId& service_of(const Command& command)
{
    static const ServiceId none;
    return std::visit(
        [](const auto& one) -> const ServiceId& {
            if constexpr (requires { one.domain; }) return one.domain;
            else if constexpr (requires { one.service; }) return one.service;
            else return none;
        },
        command);
}

}  // namespace model
