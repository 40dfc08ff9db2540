// Carries out, after the frame, what pages asked of the store. Requests to the app are left to the app.
#pragma once
#include "pages/kit/request.hpp"

namespace store {
class Store;
}

namespace pages {

void carry_out(Dispatch&, store::Store&);
void carry_out(PressLink&, store::Store&);
void carry_out(const KeepDraft&, store::Store&);
void carry_out(const Dismiss&, store::Store&);
void carry_out(const DoWithoutStorage&, store::Store&);
void carry_out(AskHost&, store::Store&);

// Shows a toast with the current date, after the demo's clock was moved.
void tell_moved(const store::Store&);

}  // namespace pages
