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
void carry_out(const AdvanceClock&, store::Store&);  // and says so

}  // namespace pages
