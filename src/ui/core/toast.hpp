// Short news in a corner: "Les serveurs DNS sont enregistrés". They leave by themselves, except errors.
#pragma once
#include "ui/core/theme.hpp"

#include <string>
#include <vector>

namespace ui {

struct Toast {
    int         number = 0;
    Tone        tone   = Tone::neutral;
    std::string words;
    std::string action, href;      // an optional link
    float       shown_ms = 0;      // for how long it could be read
    bool        counts   = false;  // the time until the next frame is such time: it is drawn, and not pointed at
};

}  // namespace ui
