// Decides when a frame is due. Draws nothing: the window and tests query it.
#pragma once
#include "platform/window.hpp"

#include <cstddef>
#include <cstdint>

namespace platform {

class Schedule {
public:
    // Frames after a change: ImGui needs a second one to lay out new items, and a third to settle.
    static constexpr int after_a_change = 3;

    void request() { due_ = after_a_change; }

    bool due() const { return due_ > 0; }
    bool drawing() const { return drawing_; }

    // A frame that is requested while one is drawn follows it.
    void begin_frame()
    {
        drawing_ = true;
        if (due_ > 0) --due_;
    }
    void end_frame()
    {
        drawing_ = false;
        ++drawn_;
    }
    std::uint64_t drawn() const { return drawn_; }

private:
    int           due_     = 0;
    bool          drawing_ = false;
    std::uint64_t drawn_   = 0;
};

Schedule& schedule();

void set_pixel_density(float);

// Implemented once per platform.
void wake_frame_loop();           // a frame has become due
void tell_requests(std::size_t);  // the number of pending requests
void tell_busy(bool);             // set_busy was called

}  // namespace platform
