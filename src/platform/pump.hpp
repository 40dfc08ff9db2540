// The turning of the native program: what is due is called. The browser turns by itself; tests and the dev
// window call `pump`.
#pragma once
#include "platform/clock.hpp"
#include "platform/timers.hpp"

namespace platform {

// Delivers answers that have come and calls timers that are due.
void pump();

// Of timers.cpp, for the machine's side.
void   call_timer(Timer);
void   call_due_timers();
double until_next_timer_ms();                    // below 0: none waits
void   arm_timer(Timer, std::int64_t delay_ms);  // a machine that turns by itself calls `call_timer` then

}  // namespace platform
