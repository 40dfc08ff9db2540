// What the registrar says of an operation that it was asked to carry out.
#pragma once
#include "base/problems.hpp"
#include "model/context.hpp"
#include "model/state.hpp"

namespace model {

enum class OperationAnswer : std::uint8_t { taken_on, done, failed };
constexpr std::array<std::string_view, 3> enum_names(OperationAnswer) { return {"taken_on", "done", "failed"}; }

struct OperationAnswered {
    static constexpr std::string_view word = "operation_answered";

    OperationId     operation;
    OperationAnswer answer = OperationAnswer::taken_on;
    std::string     reason;         // failed: the key of a sentence
    std::string     reason_detail;  // fills {0} of it

    bool operator==(const OperationAnswered&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, OperationAnswered& c)
{
    visit("operation", c.operation);
    visit("answer", c.answer);
    visit("reason", c.reason);
    visit("reason_detail", c.reason_detail);
}

constexpr bool who(const OperationAnswered&, const Actor& actor) { return is_host(actor); }
base::Problems check(const State&, const OperationAnswered&, const Context&);
// What is done shows in the service, or the operation fails after all: the service may have gone meanwhile.
void           perform(State&, const OperationAnswered&, const Context&);
constexpr bool may_wait_offline(const OperationAnswered&) { return false; }

}  // namespace model
