// What pages asked of the store, carried out after the frame. What they asked of the app is the app's.
#pragma once
#include "pages/kit/request.hpp"

namespace store {
class Store;
}

namespace pages {

void carry_out(Dispatch&, store::Store&);
void carry_out(PressLink&, store::Store&);
void carry_out(const Dismiss&, store::Store&);
void carry_out(const DoWithoutStorage&, store::Store&);
void carry_out(AskHost&, store::Store&);

// Says which day it is now, when the demo's clock has been moved.
void tell_moved(const store::Store&);

}  // namespace pages
