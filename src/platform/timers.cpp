// The waiting timers and their due times. The platform calls `call_timer` or `call_due_timers`.
#include "platform/timers.hpp"

#include "platform/pump.hpp"
#include "platform/schedule.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace platform {
namespace {

struct Waiting {
    double                due_ms = 0;
    std::function<void()> call;
    bool                  draws = true;  // followed by frames
};

std::map<Timer, Waiting>& waiting()
{
    static std::map<Timer, Waiting> all;
    return all;
}

Timer wait(std::int64_t delay_ms, std::function<void()> call, bool draws)
{
    static Timer last = 0;
    if (++last == 0) ++last;
    if (delay_ms < 0) delay_ms = 0;
    waiting()[last] = {elapsed_ms() + static_cast<double>(delay_ms), std::move(call), draws};
    arm_timer(last, delay_ms);
    return last;
}

}  // namespace

Timer call_after(std::int64_t delay_ms, std::function<void()> call) { return wait(delay_ms, std::move(call), true); }
Timer work_after(std::int64_t delay_ms, std::function<void()> call) { return wait(delay_ms, std::move(call), false); }

void cancel(Timer timer) { waiting().erase(timer); }

void call_timer(Timer timer)
{
    const auto found = waiting().find(timer);
    if (found == waiting().end()) return;
    const auto one = std::move(found->second);
    waiting().erase(found);
    one.call();
    if (one.draws) request_frame();
}

void call_due_timers()
{
    // A timer that is set by one of these calls waits for the next round, even if it is already due.
    std::vector<Timer> due;
    const double       now = elapsed_ms();
    for (const auto& [timer, one] : waiting())
        if (one.due_ms <= now) due.push_back(timer);
    for (const auto timer : due) call_timer(timer);
}

double until_next_timer_ms()
{
    double least = -1;
    for (const auto& [timer, one] : waiting()) {
        const double left = std::max(0.0, one.due_ms - elapsed_ms());
        if (least < 0 || left < least) least = left;
    }
    return least;
}

}  // namespace platform
