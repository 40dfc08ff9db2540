// What the host, the registries and the other registrars do with a transfer to us.
#pragma once
#include "model/domains/transfer.hpp"

namespace host {

// Brings each transfer as far as it has come by `now`. Whether there was anything to do.
bool advance_transfers(model::State&, base::Instant now);

// When the next of them goes on by itself; nothing when never.
std::optional<base::Instant> next_transfer_at(const model::State&);

}  // namespace host
