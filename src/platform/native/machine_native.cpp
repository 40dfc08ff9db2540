// Time, frames and timers without a system event loop: the dev window's loop and tests call `pump`.
#include "platform/native/page_native.hpp"
#include "platform/pump.hpp"
#include "platform/requests.hpp"
#include "platform/schedule.hpp"

#include <chrono>
#include <ctime>

namespace platform {
namespace {

double passed_ms = 0;

}  // namespace

void pass_time(double ms) { passed_ms += ms; }

void wake_frame_loop() {}
void tell_requests(std::size_t) {}
void tell_busy(bool) {}
void arm_timer(Timer, std::int64_t) {}

double elapsed_ms()
{
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(since).count() + passed_ms;
}

double SystemClock::elapsed_ms() const { return platform::elapsed_ms(); }

std::int64_t zone_offset_ms(base::Instant at)
{
    const std::time_t seconds = at.ms / 1000;
    std::tm           local{};
    localtime_r(&seconds, &local);
    return local.tm_gmtoff * 1000;
}

base::Instant SystemClock::now() const
{
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count() +
            static_cast<std::int64_t>(passed_ms)};
}

void pump()
{
    deliver_answers();
    call_due_timers();
}

}  // namespace platform
