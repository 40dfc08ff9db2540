// A scrollable part of the screen: wheel, touch, keyboard, a thin scrollbar of its own. Internal to the kit.
#pragma once
#include "ui/core/context.hpp"

#include <cstdint>

namespace ui {

struct ScrollMemory {
    float offset  = 0;
    float content = 0;  // height of the content in the last frame
    bool  dragged = false;
    float grip    = 0;
    int   frame   = 0;
    Rect  view;
};

// Clips everything drawn inside to `view` and moves it up by the scroll offset. Starts a new flow at its top.
class ScrollArea {
public:
    // `inset_x`, `inset_y`: padding left and right, top and bottom.
    ScrollArea(std::uint32_t id, const Rect& view, float inset_x, float inset_y, float max_width = 0);
    ~ScrollArea();
    ScrollArea(const ScrollArea&)            = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;

    // Handles "ArrowDown", "PageUp", "Home"… True if the key was one of them.
    bool  key(const Event& event);
    void  to_top();
    float content() const;  // height of the content in the last frame

private:
    std::uint32_t id_;
    Rect          view_;
    float         inset_y_;
};

// A separate scrollbar: `size` of `total` is visible, starting at `at` (any unit). Returns the new `at`; -1: unchanged.
double scrollbar(std::uint32_t id, const Rect& view, double at, double size, double total);

// The pixels by which the wheel or a finger scrolls what is under the pointer; once per frame, 0 outside of `view`.
float take_wheel(const Rect& view);

ScrollMemory& scroll_memory(std::uint32_t id);

}  // namespace ui
