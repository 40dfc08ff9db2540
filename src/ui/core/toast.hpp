// Short messages in a corner: "Les serveurs DNS sont enregistrés". All but errors disappear by themselves.
#pragma once
#include "ui/core/theme.hpp"

#include <functional>
#include <string>
#include <vector>

namespace ui {

struct Toast {
    int                   number = 0;
    Tone                  tone   = Tone::neutral;
    std::string           words;
    std::string           action, href;  // an optional link, or a button that calls `press`
    std::function<void()> press    = {};
    float                 shown_ms = 0;      // how long it could be read
    bool                  counts   = false;  // the time until the next frame counts: drawn, and not under the pointer
};

}  // namespace ui
