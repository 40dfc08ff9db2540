// What a finger means: a tap presses, a drag scrolls and glides on, a long press holds like a mouse button.
// Pure: the window feeds it and carries out what comes out.
#pragma once
#include <cstdint>
#include <vector>

namespace platform {

struct PointerStep {
    enum class Kind : std::uint8_t { move, press, release, leave, scroll };
    Kind  kind = Kind::move;
    float x = 0, y = 0;  // move: the place. scroll: how far the content follows the finger, in pixels
    bool  operator==(const PointerStep&) const = default;
};

class Touch {
public:
    static constexpr float  slop_px  = 8;      // a finger that moved less has not moved
    static constexpr double long_ms  = 400;    // held still this long it drags instead of scrolling
    static constexpr double glide_ms = 325;    // time in which the speed of a glide falls to a third
    static constexpr float  slowest  = 0.03f;  // pixels a millisecond at which a glide ends

    // Times are in milliseconds of any steady clock; `finger` tells fingers apart. A second finger ends the
    // gesture: two fingers are the browser's zoom.
    void down(std::int64_t finger, float x, float y, double now_ms);
    void move(std::int64_t finger, float x, float y, double now_ms);
    void up(std::int64_t finger, double now_ms);
    void cancel();

    // Once a frame: long presses begin, glides go on. True while it wants to be called again.
    bool tick(double now_ms);

    // The steps since the last call, in order.
    std::vector<PointerStep> take();

private:
    enum class State : std::uint8_t { none, undecided, scrolling, holding, gliding };
    void step(PointerStep::Kind kind, float x = 0, float y = 0) { steps_.push_back({kind, x, y}); }
    void scroll_by(float x, float y);

    State                    state_  = State::none;
    std::int64_t             finger_ = 0;
    float                    x_ = 0, y_ = 0;              // where the finger is
    double                   since_ms_ = 0;               // when it came down
    double                   last_ms_  = 0;               // of the last movement or glide
    float                    speed_x_ = 0, speed_y_ = 0;  // pixels a millisecond
    std::vector<PointerStep> steps_;
};

}  // namespace platform
