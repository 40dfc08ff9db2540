// Implements the recognition of touch gestures.
#include "platform/touch.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace platform {

void Touch::down(std::int64_t finger, float x, float y, double now_ms)
{
    if (state_ == State::undecided || state_ == State::scrolling || state_ == State::holding) {
        cancel();
        return;
    }
    // A finger that stops a glide does not press when it is lifted: it counts as a scroll at once.
    state_    = state_ == State::gliding ? State::scrolling : State::undecided;
    finger_   = finger;
    x_        = x;
    y_        = y;
    since_ms_ = last_ms_ = now_ms;
    speed_x_ = speed_y_ = 0;
}

void Touch::move(std::int64_t finger, float x, float y, double now_ms)
{
    if (finger != finger_) return;
    switch (state_) {
    case State::undecided:
        if (std::hypot(x - x_, y - y_) < slop_px) return;
        state_ = State::scrolling;
        // Scrolls what is under the finger's starting point, wherever the finger goes.
        step(PointerStep::Kind::move, x_, y_);
        [[fallthrough]];
    case State::scrolling: {
        const auto  passed = static_cast<float>(std::max(1.0, now_ms - last_ms_));
        const float weight = std::min(1.0f, passed / 40);
        speed_x_ += weight * ((x - x_) / passed - speed_x_);
        speed_y_ += weight * ((y - y_) / passed - speed_y_);
        scroll_by(x - x_, y - y_);
        break;
    }
    case State::holding: step(PointerStep::Kind::move, x, y); break;
    case State::none:
    case State::gliding: return;
    }
    x_       = x;
    y_       = y;
    last_ms_ = now_ms;
}

void Touch::up(std::int64_t finger, double now_ms)
{
    if (finger != finger_) return;
    switch (state_) {
    case State::undecided:
        step(PointerStep::Kind::move, x_, y_);
        step(PointerStep::Kind::press);
        step(PointerStep::Kind::release);
        step(PointerStep::Kind::leave);
        state_ = State::none;
        break;
    case State::holding:
        step(PointerStep::Kind::release);
        step(PointerStep::Kind::leave);
        state_ = State::none;
        break;
    case State::scrolling:
        // A finger that rested before it was lifted gives no momentum.
        if (now_ms - last_ms_ > 80) speed_x_ = speed_y_ = 0;
        state_   = State::gliding;
        last_ms_ = now_ms;
        break;
    case State::none:
    case State::gliding: break;
    }
}

void Touch::cancel()
{
    // Left before it is released, so that nothing is pressed.
    if (state_ != State::none && state_ != State::undecided) step(PointerStep::Kind::leave);
    if (state_ == State::holding) step(PointerStep::Kind::release);
    state_ = State::none;
}

bool Touch::tick(double now_ms)
{
    if (state_ == State::undecided && now_ms - since_ms_ >= long_ms) {
        state_ = State::holding;
        step(PointerStep::Kind::move, x_, y_);
        step(PointerStep::Kind::press);
    }
    if (state_ == State::gliding) {
        const double passed = now_ms - last_ms_;
        const auto   fading = std::exp(static_cast<float>(-passed / glide_ms));  // of float: a smaller table
        // The distance is the integral of the fading speed, so the glide does not depend on the frame rate.
        const auto way = static_cast<float>(glide_ms) * (1 - fading);
        scroll_by(speed_x_ * way, speed_y_ * way);
        speed_x_ *= fading;
        speed_y_ *= fading;
        last_ms_ = now_ms;
        if (std::hypot(speed_x_, speed_y_) < slowest) {
            state_ = State::none;
            step(PointerStep::Kind::leave);
        }
    }
    return state_ == State::gliding || state_ == State::undecided;
}

std::vector<PointerStep> Touch::take() { return std::exchange(steps_, {}); }

void Touch::scroll_by(float x, float y)
{
    if (x != 0 || y != 0) step(PointerStep::Kind::scroll, x, y);
}

}  // namespace platform
