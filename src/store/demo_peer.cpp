#include "store/demo_peer.hpp"

namespace store {

syncing::Outcome DemoPeer::settle(model::State& confirmed, const std::string& device,
                                  const std::vector<model::Mutation>& mutations, base::Instant now)
{
    syncing::Outcome all;
    all.through = ledger.through(device);
    for (const auto& mutation : mutations) {
        // This outbox is the only place where commands come from: a number that is missing was lost with the disk,
        // and is not waited for.
        if (mutation.seq > 0) ledger.skip(device, mutation.seq - 1);

        auto outcome = syncing::settle(confirmed, ledger, {device, {mutation}}, now);
        all.through  = outcome.through;
        all.changed  = all.changed || outcome.changed;
        for (auto& refusal : outcome.refused) all.refused.push_back(std::move(refusal));
    }
    return all;
}

std::vector<model::Operation> DemoPeer::work(model::State& confirmed, base::Instant now)
{
    const auto open = host::open_operations(confirmed);
    host_.step(confirmed, now);
    next_work_at_ = host_.next_event_at(confirmed, now);

    std::vector<model::Operation> failed;
    for (const auto& before : open) {
        auto after = confirmed.operations.get(before.id);
        if (after && after->state == model::OperationState::error) failed.push_back(std::move(*after));
    }
    return failed;
}

}  // namespace store
