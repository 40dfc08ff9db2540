// The demo's letters: stored as messages in the account and shown on a page, instead of being sent.
#pragma once
#include "host/effects.hpp"

namespace demo {

// Adds a letter unless there is one with this name already (then false). Deletes the oldest ones if there are too many.
bool post(model::State&, const host::SendLetter&);

}  // namespace demo
