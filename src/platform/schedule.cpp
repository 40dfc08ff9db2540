// The program's only schedule.
#include "platform/schedule.hpp"

namespace platform {

namespace {
float density = 1;
}

Schedule& schedule()
{
    static Schedule one;
    return one;
}

float pixel_density() { return density; }
void  set_pixel_density(float value) { density = value; }

void request_frame()
{
    schedule().request();
    wake_frame_loop();
}

std::uint64_t frames() { return schedule().drawn(); }

void set_busy(bool busy)
{
    static bool was = false;
    if (busy == was) return;
    was = busy;
    tell_busy(busy);
}

}  // namespace platform
