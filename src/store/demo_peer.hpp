// The other side of the outbox in the demo: settles commands and lets the simulated host work, in place, on the
// confirmed rows of this page. With a backend, answers come over the network instead.
#pragma once
#include "demo/company.hpp"
#include "exchange/settle.hpp"

namespace store {

class DemoPeer {
public:
    exchange::Ledger ledger;

    // The day of the host's last round, which outlives the page with the rows.
    base::Date last_round() const { return host_.last_round(); }
    void       resume(base::Date last_round) { host_.resume(last_round); }

    // Settles a command that is safely stored. Why it was refused; nothing when it was carried out, now or before.
    base::Problems settle(model::State& confirmed, const std::string& device, const model::Mutation&,
                          base::Instant now);

    // A link of a letter was pressed. Why not; nothing when it is done.
    base::Problems press(model::State& confirmed, const model::Command& command, base::Instant now)
    {
        return host_.press(confirmed, command, now);
    }

    // What the host has done is in the rows; what it could not do is returned.
    std::vector<model::Operation> work(model::State& confirmed, base::Instant now);

    // When work() has something to do; by the host's clock.
    std::optional<base::Instant> next_work_at() const { return next_work_at_; }

private:
    demo::Company                host_;
    std::optional<base::Instant> next_work_at_;
};

}  // namespace store
