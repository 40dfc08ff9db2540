// The store and the host: waiting commands go there, confirmed rows come back, and are stored.
#include "store/core.hpp"

#include <utility>

namespace store {

void Store::Parts::exchange()
{
    if (!may_exchange()) return;

    // 1. Only what is safely on this device is sent: nothing is ever confirmed that a crash could forget.
    std::vector<model::Mutation> sent;
    for (const auto& mutation : replica.outbox())
        if (!unstored.contains(mutation.id)) sent.push_back(mutation);

    // 2. The host settles it, and does what has fallen due, on the confirmed rows alone.
    std::vector<base::Problems>   refusals;
    std::vector<model::Operation> failed;
    std::vector<platform::Write>  writes;
    const auto                    next_work = peer.next_work_at();
    replica.with_confirmed([&](model::State& confirmed) {
        for (const auto& mutation : sent)
            refusals.push_back(peer.settle(confirmed, device_of(mutation), mutation, now()));
        replica.drop([&](const model::Mutation& mutation) { return !unstored.contains(mutation.id); });
        failed = peer.work(confirmed, now());
        writes = changes(confirmed);
    });
    for (const auto& mutation : sent) writes.push_back({outbox_key(mutation), {}});
    if (writes.empty()) {
        // Nothing has changed but the moment to wake the host, and who keeps the time must hear of it.
        if (peer.next_work_at() != next_work) tell_progress();
        return;
    }

    // 3. Rows, ledger and the end of the outbox entries are one write: after a crash the command is either
    //    still waiting, or settled and its effect there. A cut of power may undo the write, and then it is settled again.
    for (std::size_t index = 0; index < sent.size(); ++index) tell_refused(sent[index], refusals[index]);
    tell_failed(failed);
    rows_changed();
    keeper.write(std::move(writes), platform::Durability::relaxed, platform::Right::lead);
}

base::Problems Store::Parts::press(const model::Command& command)
{
    base::Problems               problems;
    std::vector<platform::Write> writes;
    if (!may_exchange()) {
        problems.add("", "why.not_ready");
        return problems;
    }
    replica.with_confirmed([&](model::State& confirmed) {
        problems = peer.press(confirmed, command, now());
        writes   = changes(confirmed);
    });
    if (writes.empty()) return problems;
    rows_changed();
    keeper.write(std::move(writes), platform::Durability::relaxed, platform::Right::lead);
    exchange();
    return problems;
}

void Store::Parts::tell_refused(const model::Mutation& mutation, const base::Problems& problems)
{
    if (problems.none()) return;
    const auto& reason = problems.list.front();
    notices.add({.kind    = NoticeKind::request_refused,
                 .service = service_of(mutation.command),
                 .why     = {{}, reason.text, reason.args}});
}

void Store::Parts::tell_failed(const std::vector<model::Operation>& failed)
{
    for (const auto& operation : failed)
        notices.add(
            {.kind    = NoticeKind::operation_failed,
             .service = operation.service,
             .why     = {{}, base::find_key(operation.reason).value_or(base::TextKey()), {operation.reason_detail}}});
}

}  // namespace store
