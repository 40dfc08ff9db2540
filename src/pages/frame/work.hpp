// The progress dialog of work that takes many frames, such as writing a large file, with a button to cancel it. The app
// opens it if the work turns out to be long.
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
    float         share = 0;  // progress, 0 to 1
};

// Asks for CancelWork when the customer cancels.
void draw(Work& work, Screen& screen);

}  // namespace pages
