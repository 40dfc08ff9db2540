// What the registrar and the registries do with one operation.
#pragma once
#include "model/state.hpp"

namespace host {

// When an operation leaves the open state into which it came then.
base::Instant due_at(model::OperationState, base::Instant changed_at);

// Brings an open operation into its next state, as of when it is due, and returns it; at its end the service changes, or
// the operation fails with a reason.
model::Operation advance(model::State&, model::Operation);

}  // namespace host
