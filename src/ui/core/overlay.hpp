// A window over the page: dialogs, menus, drawers, toasts, tooltips. Internal to the kit.
#pragma once
#include "ui/core/paint.hpp"

#include <cstdint>

namespace ui {

struct OverlayStyle {
    Rect  rect     = {};
    float rounding = 0;
    float scrim    = 0;     // opacity of the dark layer over the page behind, 0 to 1
    bool  catches  = true;  // blocks the pointer for everything behind
    bool  filled   = true;
    bool  shadow   = true;
    bool  inputs   = true;
    float alpha    = 1;  // of the whole overlay
};

// Starts a new flow at the top left corner of `rect`.
class Overlay {
public:
    Overlay(std::uint32_t id, const OverlayStyle& style);
    ~Overlay();
    Overlay(const Overlay&)            = delete;
    Overlay& operator=(const Overlay&) = delete;

    bool pressed_outside() const { return outside_; }

private:
    float alpha_;
    bool  outside_ = false;
};

void draw_tooltip();

}  // namespace ui
