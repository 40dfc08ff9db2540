#include "demo/clock.hpp"

#include <cstdlib>

namespace demo {

base::Instant Clock::now(base::Instant here)
{
    if (!doubts(here)) known_ = hosts(here);
    return known_;
}

bool Clock::doubts(base::Instant here) const
{
    if (!is_set(known_)) return false;
    const auto leap = hosts(here).ms - known_.ms;
    return leap > leap_ahead_ms || leap < -leap_back_ms;
}

void Clock::believe(base::Instant here)
{
    correction_ms_ = 0;
    known_         = hosts(here);
}

void Clock::judge(base::Instant here, base::Instant server)
{
    const auto wrong_by = server.ms - here.ms;
    correction_ms_      = std::abs(wrong_by) > leap_back_ms ? wrong_by : 0;
    known_              = hosts(here);
}

void Clock::advance(std::int64_t ms)
{
    offset_ms_ += ms;
    if (is_set(known_)) known_ = base::ms_after(known_, ms);
}

void Clock::resume(std::int64_t offset_ms, base::Instant known)
{
    offset_ms_ = offset_ms;
    known_     = known;
}

}  // namespace demo
