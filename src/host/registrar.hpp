// What the registrar and the registries do with one operation.
#pragma once
#include "model/state.hpp"

namespace host {

// When the operation leaves the state it is in; requires an open one.
base::Instant due_at(const model::Operation&);

// Brings an open operation into its next state, as of due_at(); at its end the service changes, or the
// operation fails with a reason.
void advance(model::State&, model::Operation);

}  // namespace host
