// The stack of toasts, drawn over everything at the end of the frame. Internal to the kit.
#pragma once
#include "ui/core/context.hpp"
#include "ui/core/semantics.hpp"

#include <cstdint>

namespace ui {

void draw_toasts();

// When a frame is wanted in which one of them leaves; below 0: never.
float toasts_leave_in_ms(const Context::Parts&);

// What stands at the bottom of the page in this frame, or opens there, is not covered by them.
enum class ToastFloor : std::uint8_t { bar, menu };
void keep_toasts_above(ToastFloor floor, const Rect& what);

}  // namespace ui
