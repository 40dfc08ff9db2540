// Being called later, outside of a frame. A waiting timer does not keep the page from being idle.
#pragma once
#include <cstdint>
#include <functional>

namespace platform {

using Timer = std::uint32_t;

// Calls once, after at least `delay_ms`; then three frames are drawn. Tabs in the background may be called
// up to a minute late. The number is never 0.
Timer call_after(std::int64_t delay_ms, std::function<void()>);

// The same without frames: for work that goes on for long and asks for a frame when there is something new to see.
Timer work_after(std::int64_t delay_ms, std::function<void()>);

// Does nothing when the timer was already called.
void cancel(Timer);

}  // namespace platform
