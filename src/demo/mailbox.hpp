// The letters of the demo: kept with the account, where a page shows them, in place of being sent.
#pragma once
#include "host/effects.hpp"

namespace demo {

// Of one name there is one letter: false where it is there already. The oldest make room for it.
bool post(model::State&, const host::SendLetter&);

}  // namespace demo
