// Runs what is due in the native program. The browser has its own event loop; tests and the dev window call `pump`.
#pragma once
#include "platform/clock.hpp"
#include "platform/timers.hpp"

namespace platform {

// Delivers the queued answers and calls the due timers.
void pump();

// Implemented in timers.cpp, for the platform.
void   call_timer(Timer);
void   call_due_timers();
double until_next_timer_ms();                    // negative: no timer waits
void   arm_timer(Timer, std::int64_t delay_ms);  // on a platform with its own loop: has call_timer() called then

}  // namespace platform
