// The stack of toasts, drawn over everything at the end of the frame. Internal to the kit.
#pragma once

namespace ui {

void draw_toasts();

// What stands at the bottom of the page in this frame, from there on, is not covered by them.
void keep_toasts_above(float y);

}  // namespace ui
