// A part of the screen that scrolls: wheel, touch, keyboard, its own thin scrollbar. Internal to the kit.
#pragma once
#include "ui/core/context.hpp"

#include <cstdint>

namespace ui {

struct ScrollMemory {
    float offset  = 0;
    float content = 0;  // height, of the last frame
    bool  dragged = false;
    float grip    = 0;
    int   frame   = 0;
    Rect  view;
};

// Everything drawn inside is clipped to `view` and moved up by the offset. The flow is new and begins at its top.
class ScrollArea {
public:
    // `inset`: room left and right, top and bottom of what is inside. `keyboard`: arrows and pages scroll it.
    ScrollArea(std::uint32_t id, const Rect& view, float inset_x, float inset_y, float max_width = 0);
    ~ScrollArea();
    ScrollArea(const ScrollArea&)            = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;

    // "ArrowDown", "PageUp", "Home"… True when it was one of them.
    bool  key(const Event& event);
    void  to_top();
    float content() const;  // height of what is inside, of the last frame

private:
    std::uint32_t id_;
    Rect          view_;
    float         inset_y_;
};

// A scrollbar of one's own: `size` of `total` is seen from `at` on (any unit). The new `at`; -1: nothing changed.
double scrollbar(std::uint32_t id, const Rect& view, double at, double size, double total);

// Pixels that the wheel or a finger wants to move what is under the pointer, once; 0 when nothing or somewhere else.
float take_wheel(const Rect& view);

ScrollMemory& scroll_memory(std::uint32_t id);

}  // namespace ui
