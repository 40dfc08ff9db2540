#include "store/demo_peer.hpp"

#include <utility>

namespace store {
base::Problems DemoPeer::settle(model::State& confirmed, const std::string& device, const model::Mutation& mutation,
                                base::Instant now)
{
    // This outbox is the only place where commands come from: a number that is missing was lost with the disk,
    // and is not waited for.
    if (mutation.seq > 0) ledger.skip(device, mutation.seq - 1);

    auto outcome = exchange::settle(confirmed, ledger, {device, {mutation}}, now);
    return outcome.refused.empty() ? base::Problems() : std::move(outcome.refused.front().problems);
}

std::vector<model::Operation> DemoPeer::work(model::State& confirmed, base::Instant now)
{
    auto done     = host_.step(confirmed, now);
    next_work_at_ = host_.next_event_at(confirmed, now);
    return std::move(done.failed);
}

}  // namespace store
