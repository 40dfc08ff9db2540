// The store and the host: waiting commands go there, confirmed rows come back, and are stored.
#include "store/parts.hpp"

#include <algorithm>
#include <utility>

namespace store {

void Store::Parts::exchange()
{
    if (!may_exchange()) return;

    // 1. Only what is safely on this device is sent: nothing is ever confirmed that a crash could forget.
    std::vector<model::Mutation> sent;
    for (const auto& mutation : replica.outbox())
        if (mutation.seq <= stored_through) sent.push_back(mutation);

    // 2. The host settles it, and does what has fallen due, on the confirmed rows alone.
    syncing::Outcome              outcome;
    std::vector<model::Operation> failed;
    std::vector<platform::Write>  writes;
    const auto                    next_work = peer.next_work_at();
    replica.with_confirmed([&](model::State& confirmed) {
        if (!sent.empty()) {
            outcome = peer.settle(confirmed, device, sent, now());
            replica.drop_through(outcome.through);
        }
        failed = peer.work(confirmed, now());
        writes = changes(confirmed);
    });
    for (const auto& mutation : sent)
        if (mutation.seq <= outcome.through) writes.push_back({outbox_key(mutation.seq), {}});
    if (writes.empty()) {
        // Nothing has changed but the moment to wake the host, and who keeps the time must hear of it.
        if (peer.next_work_at() != next_work) tell();
        return;
    }

    // 3. Rows, ledger and the end of the outbox entries are one write: after a crash the command is either
    //    still waiting, or settled and its effect there.
    tell_refused(sent, outcome);
    tell_failed(failed);
    rows_changed();
    keeper.write(std::move(writes));
}

void Store::Parts::tell_refused(const std::vector<model::Mutation>& sent, const syncing::Outcome& outcome)
{
    for (const auto& refusal : outcome.refused) {
        const auto mutation =
            std::find_if(sent.begin(), sent.end(), [&](const auto& one) { return one.seq == refusal.seq; });
        if (mutation == sent.end() || refusal.problems.none()) continue;
        const auto& reason = refusal.problems.list.front();
        notices.add(Tone::bad, reason.text, reason.args, service_of(mutation->command), "notice.request_refused");
    }
}

void Store::Parts::tell_failed(const std::vector<model::Operation>& failed)
{
    for (const auto& operation : failed)
        notices.add(Tone::bad, base::find_key(operation.reason).value_or(base::TextKey()), {operation.reason_detail},
                    operation.service, "notice.operation_failed");
}

}  // namespace store
