#include "model/account.hpp"

#include <random>

using namespace account;

namespace {

// What is found by looking at every operation.
std::optional<OperationId> naive(const State& state, const ServiceId& service)
{
    for (const Operation& one : state.operations)
        if (one.service == service && is_open(one.state)) return one.id;
    return std::nullopt;
}

std::optional<OperationId> found(const State& state, const ServiceId& service)
{
    const auto one = open_operation(state, service);
    return one ? std::optional(one->id) : std::nullopt;
}

}  // namespace

TEST_CASE("the open operation of a service is found however the operations changed, in copies too")
{
    std::mt19937   random(7);
    const auto     below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
    State          state;
    State          copy;
    table::Journal journal;
    int            journal_left = -1;
    for (int step = 0; step < 9000; ++step) {
        Operation one;
        one.service = {"d" + std::to_string(below(40))};
        one.state   = static_cast<OperationState>(below(4));
        // One service has at most one open operation.
        const auto open = naive(state, one.service);
        one.id          = open ? *open : OperationId{"o" + std::to_string(below(300))};
        if (below(5) == 0) state.operations.erase(one.id);
        else if (const auto before = state.operations.get(one.id); !open && before && is_open(before->state)) continue;
        else state.operations.put(one);
        if (journal_left-- == 0) {
            state.operations.record_into(nullptr);
            if (below(2) == 0) journal.undo();
            else journal.forget();
        }
        if (journal_left < 0 && below(20) == 0) {
            state.operations.record_into(&journal);
            journal_left = static_cast<int>(below(30));
        }
        if (journal_left < 0 && below(50) == 0) copy = state;
        if (journal_left < 0 && below(200) == 0) state = copy;
        if (step % 3000 < 1500 && step > 3000) continue;  // so much at once that it is not remembered

        const ServiceId asked{"d" + std::to_string(below(40))};
        REQUIRE(found(state, asked) == naive(state, asked));
        REQUIRE(found(copy, asked) == naive(copy, asked));
    }
}
