// Touch gestures: taps press, drags scroll and glide, long presses hold.
#include "platform/touch.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace {

using platform::PointerStep;
using platform::Touch;
using Kind = PointerStep::Kind;

std::vector<Kind> kinds(const std::vector<PointerStep>& steps)
{
    std::vector<Kind> found;
    for (const auto& step : steps) found.push_back(step.kind);
    return found;
}

float scrolled(const std::vector<PointerStep>& steps)
{
    float sum = 0;
    for (const auto& step : steps)
        if (step.kind == Kind::scroll) sum += step.y;
    return sum;
}

}  // namespace

TEST_CASE("a tap presses where the finger came down, and leaves nothing hovered")
{
    Touch touch;
    touch.down(1, 50, 60, 0);
    CHECK(touch.take().empty());
    touch.move(1, 53, 62, 30);
    touch.up(1, 90);
    const auto steps = touch.take();
    CHECK(kinds(steps) == std::vector{Kind::move, Kind::press, Kind::release, Kind::leave});
    CHECK(steps[0] == PointerStep{Kind::move, 50, 60});
    CHECK_FALSE(touch.tick(100));
}

TEST_CASE("a drag scrolls by exactly the way of the finger, presses nothing, and acts where it began")
{
    Touch touch;
    touch.down(1, 100, 300, 0);
    for (int i = 1; i <= 10; ++i) touch.move(1, 100, static_cast<float>(300 - 20 * i), 16.0 * i);
    const auto steps = touch.take();
    CHECK(steps[0] == PointerStep{Kind::move, 100, 300});
    CHECK(scrolled(steps) == doctest::Approx(-200));
    for (const auto& step : steps) CHECK(step.kind != Kind::press);
}

TEST_CASE("a flick glides on, ever slower, as far at 30 as at 120 frames a second")
{
    float way[2] = {};
    for (const int rate : {30, 120}) {
        Touch touch;
        touch.down(1, 100, 300, 0);
        for (int i = 1; i <= 5; ++i) touch.move(1, 100, static_cast<float>(300 - 20 * i), 16.0 * i);
        touch.take();
        touch.up(1, 82);
        double now    = 82;
        int    frames = 0;
        do {
            now += 1000.0 / rate;
            REQUIRE(++frames < 1000);
        } while (touch.tick(now));
        const auto steps = touch.take();
        CHECK(steps.back().kind == Kind::leave);
        way[rate == 120] = scrolled(steps);
    }
    CHECK(way[0] < -50);
    CHECK(way[0] == doctest::Approx(way[1]).epsilon(0.05));
}

TEST_CASE("a finger that rests before it lifts gives no momentum")
{
    Touch touch;
    touch.down(1, 100, 300, 0);
    for (int i = 1; i <= 5; ++i) touch.move(1, 100, static_cast<float>(300 - 20 * i), 16.0 * i);
    touch.take();
    touch.up(1, 400);
    touch.tick(416);
    CHECK(scrolled(touch.take()) == 0);
}

TEST_CASE("a finger that stops a glide presses nothing")
{
    Touch touch;
    touch.down(1, 100, 300, 0);
    for (int i = 1; i <= 5; ++i) touch.move(1, 100, static_cast<float>(300 - 20 * i), 16.0 * i);
    touch.up(1, 82);
    touch.tick(98);
    touch.take();
    touch.down(2, 100, 200, 110);
    touch.up(2, 300);
    touch.tick(316);
    CHECK(kinds(touch.take()) == std::vector{Kind::leave});
}

TEST_CASE("a long press holds what is under it and drags it, like a mouse button")
{
    Touch touch;
    touch.down(1, 10, 10, 0);
    CHECK(touch.tick(200));
    CHECK(touch.take().empty());
    touch.tick(401);
    touch.move(1, 90, 10, 500);
    touch.up(1, 600);
    CHECK(kinds(touch.take()) == std::vector{Kind::move, Kind::press, Kind::move, Kind::release, Kind::leave});
}

TEST_CASE("a second finger ends the gesture without pressing anything: zooming is the browser's")
{
    Touch touch;
    touch.down(1, 10, 10, 0);
    touch.down(2, 200, 200, 50);
    touch.move(1, 5, 5, 100);
    touch.up(2, 120);
    touch.up(1, 130);
    CHECK(touch.take().empty());
}

TEST_CASE("a long press that is called off presses nothing: it is released outside of everything")
{
    Touch touch;
    touch.down(1, 10, 10, 0);
    touch.tick(401);
    touch.cancel();
    touch.up(1, 600);
    CHECK(kinds(touch.take()) == std::vector{Kind::move, Kind::press, Kind::leave, Kind::release});
}
