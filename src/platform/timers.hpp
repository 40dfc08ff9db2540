// Timers: calls at a later time, outside of a frame. A waiting timer does not keep the page from being idle.
#pragma once
#include <cstdint>
#include <functional>

namespace platform {

using Timer = std::uint32_t;

// Calls once, after at least `delay_ms`; then three frames are drawn. In background tabs the call may be up to a minute late.
// Never returns 0.
Timer call_after(std::int64_t delay_ms, std::function<void()>);

// As call_after(), without the frames: for long work, which requests a frame when there is something new to show.
Timer work_after(std::int64_t delay_ms, std::function<void()>);

// Does nothing if the timer has already fired.
void cancel(Timer);

}  // namespace platform
