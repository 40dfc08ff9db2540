// The stack of toasts, drawn over everything at the end of the frame. Internal to the kit.
#pragma once
#include "ui/core/context.hpp"
#include "ui/core/semantics.hpp"

#include <cstdint>

namespace ui {

void draw_toasts();

// The time until a toast disappears, for which a frame is needed; below 0: never.
float toasts_leave_in_ms(const Context::Parts&);

// Keeps toasts above something at the bottom of the window that is there to be pressed, in this frame.
enum class ToastFloor : std::uint8_t { bar, dialog };
void keep_toasts_above(ToastFloor floor, const Rect& what);

}  // namespace ui
