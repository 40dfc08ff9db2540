// The stack of toasts, drawn over everything at the end of the frame. Internal to the kit.
#pragma once

namespace ui {

void draw_toasts();

}  // namespace ui
