// Time, frames and timers where nothing turns by itself: the dev window's loop and tests call `pump`.
#include "platform/pump.hpp"
#include "platform/requests.hpp"
#include "platform/schedule.hpp"

#include <chrono>

namespace platform {

void wake_frame_loop() {}
void tell_requests(std::size_t) {}
void tell_busy(bool) {}
void arm_timer(Timer, std::int64_t) {}

double elapsed_ms()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

base::Instant SystemClock::now() const
{
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

void pump()
{
    deliver_answers();
    call_due_timers();
}

}  // namespace platform
