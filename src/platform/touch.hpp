// Recognizes touch gestures: a tap presses, a drag scrolls and glides on, a long press holds like a mouse button. Pure: the
// window feeds it and carries out the resulting steps.
#pragma once
#include <cstdint>
#include <vector>

namespace platform {

struct PointerStep {
    enum class Kind : std::uint8_t { move, press, release, leave, scroll };
    Kind  kind = Kind::move;
    float x = 0, y = 0;  // move: the position; scroll: the content's movement in pixels
    bool  operator==(const PointerStep&) const = default;
};

class Touch {
public:
    static constexpr float  slop_px  = 8;      // smaller movements are ignored
    static constexpr double long_ms  = 400;    // a finger held still this long drags instead of scrolling
    static constexpr double glide_ms = 325;    // time in which a glide's speed falls to 1/e
    static constexpr float  slowest  = 0.03f;  // pixels per ms at which a glide ends

    // Times are in milliseconds of any monotonic clock; `finger` identifies a finger. A second finger ends the gesture, because
    // two fingers are the browser's zoom.
    void down(std::int64_t finger, float x, float y, double now_ms);
    void move(std::int64_t finger, float x, float y, double now_ms);
    void up(std::int64_t finger, double now_ms);
    void cancel();

    // Call once per frame: starts long presses and continues glides. True if it must be called again.
    bool tick(double now_ms);

    // The steps since the last call, in order.
    std::vector<PointerStep> take();

private:
    enum class State : std::uint8_t { none, undecided, scrolling, holding, gliding };
    void step(PointerStep::Kind kind, float x = 0, float y = 0) { steps_.push_back({kind, x, y}); }
    void scroll_by(float x, float y);

    State                    state_  = State::none;
    std::int64_t             finger_ = 0;
    float                    x_ = 0, y_ = 0;              // the finger's position
    double                   since_ms_ = 0;               // the time of touch down
    double                   last_ms_  = 0;               // the time of the last movement or glide step
    float                    speed_x_ = 0, speed_y_ = 0;  // pixels per ms
    std::vector<PointerStep> steps_;
};

}  // namespace platform
