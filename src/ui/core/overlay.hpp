// A window over the page: dialogs, menus, drawers, toasts, tooltips. Internal to the kit.
#pragma once
#include "ui/core/paint.hpp"

#include <cstdint>
#include <optional>

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
    // A pointer's press counts only this long after the overlay has appeared: an earlier one was meant for what was there before.
    // 0 for lists that open below their field.
    double ready_after_ms = 400;
    bool   over_toasts    = false;  // menus and lists of choices: they leave with the next press
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
    void note_appearance(std::uint32_t id, const OverlayStyle& style);

    float               alpha_;
    double              ready_at_;  // of the enclosing overlay, like the next
    std::optional<Spot> press_before_;
    bool                outside_ = false;
};

// Brings this frame's menus and lists of choices above the toasts.
void raise_lists();

void draw_tooltip();

// Words that were cut to fit in `room` show as a whole under the pointer, or when the widget around them has the keyboard's
// focus.
void tell_whole(const Rect& room, std::string_view words);

}  // namespace ui
