#include "exchange/settle.hpp"

namespace exchange {

Outcome settle(model::State& state, Ledger& ledger, const Push& push, base::Instant now,
               const model::Catalogue& catalogue, const model::Actor& actor)
{
    Outcome outcome;
    outcome.through = ledger.through(push.device);

    for (const auto& mutation : push.mutations) {
        // 1. Already settled: the answer was lost on the way. Give it again; do nothing twice.
        if (mutation.seq <= outcome.through) {
            if (auto problems = ledger.refusal(push.device, mutation.seq))
                outcome.refused.push_back({mutation.seq, std::move(*problems)});
            continue;
        }
        // 2. A gap: an earlier command has not arrived. Stop; the device will send all of them again.
        if (mutation.seq > outcome.through + 1) break;

        // 3. Allowed: carry it out. Refused: remember why. Settled either way, so it never blocks the queue.
        const model::Context context{now, push.device + '.' + std::to_string(mutation.seq), catalogue, actor};
        auto                 problems = check(state, mutation.command, context);
        if (problems.none()) perform(state, mutation.command, context);
        ledger.settle(push.device, mutation.seq, problems);
        if (!problems.none()) outcome.refused.push_back({mutation.seq, std::move(problems)});

        outcome.through = mutation.seq;
        outcome.changed = true;
    }
    return outcome;
}

}  // namespace exchange
