// Work that goes on over many frames, such as writing a large file: how far it is, and a way to stop it.
// The app opens the dialog when the work turns out to be long.
#pragma once
#include "pages/kit/screen.hpp"
#include "ui/controls/dialog.hpp"

#include <cstdint>

namespace pages {

struct Work {
    ui::Dialog    dialog;
    base::TextKey title = {};
    base::TextKey words = {};  // "Export : {0} sur {1} services"
    std::int64_t  done  = 0;
    std::int64_t  total = 0;
    float         share = 0;  // of all there is to do, 0 to 1
};

// Asks for CancelWork when the customer has had enough.
void draw(Work& work, Screen& screen);

}  // namespace pages
