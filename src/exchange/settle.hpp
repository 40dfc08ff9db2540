// Settles one push of a device: the same function in the backend and in the demo's page.
#pragma once
#include "exchange/ledger.hpp"
#include "model/command.hpp"

namespace exchange {

struct Push {
    std::string                  device;
    std::vector<model::Mutation> mutations;  // in the order of their numbers
};

struct Refusal {
    std::uint64_t  seq = 0;
    base::Problems problems;
};

struct Outcome {
    std::uint64_t        through = 0;  // every mutation up to this one is settled
    std::vector<Refusal> refused;
    bool                 changed = false;  // something was settled that was not settled before
};

// Pure: the caller loads and saves state and ledger in one transaction. The actor comes from the session through which
// the push arrived; a push itself does not name it.
Outcome settle(model::State&, Ledger&, const Push&, base::Instant now, const model::Catalogue&,
               const model::Actor& = {});

}  // namespace exchange
