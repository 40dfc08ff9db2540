// The registrar's answer about an operation that it was asked to carry out.
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
    std::string     reason;         // failed: a text key
    std::string     reason_detail;  // for its placeholder {0}

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
// Applies a finished operation to the service, or sets it to `error` if that is impossible by now, e.g. the service is gone.
void           perform(State&, const OperationAnswered&, const Context&);
constexpr bool may_wait_offline(const OperationAnswered&) { return false; }

}  // namespace model
