// Answers, timers and frames: no callback runs in the middle of a frame, and nothing is drawn without a reason.
#include "platform/pump.hpp"
#include "platform/requests.hpp"
#include "platform/schedule.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

void rests()
{
    auto& schedule = platform::schedule();
    while (schedule.due()) {
        schedule.begin_frame();
        schedule.end_frame();
    }
}

}  // namespace

TEST_CASE("a request is answered once, however often it is answered")
{
    int        times   = 0;
    const auto request = platform::expect([&](platform::Answer answer) {
        ++times;
        CHECK(answer.ok);
        CHECK(answer.bytes == "first");
    });
    platform::answer(request, true, "first");
    platform::answer(request, false, "second");
    platform::answer(request + 1000, true, "nobody asked");
    CHECK(times == 1);
    CHECK(platform::pending_requests() == 0);
}

TEST_CASE("an answer that comes while a frame is drawn waits until the frame is over")
{
    bool       answered = false;
    const auto request  = platform::expect([&](platform::Answer) { answered = true; });
    platform::schedule().begin_frame();
    platform::answer(request, true, "");
    platform::pump();
    CHECK_FALSE(answered);
    CHECK(platform::pending_requests() == 1);
    platform::schedule().end_frame();
    platform::pump();
    CHECK(answered);
}

TEST_CASE("answers given by an answer come after it, in order")
{
    std::vector<int> order;
    const auto       third  = platform::expect([&](platform::Answer) { order.push_back(3); });
    const auto       first  = platform::expect([&](platform::Answer) {
        platform::answer(third, true, "");
        order.push_back(1);
    });
    const auto       second = platform::expect([&](platform::Answer) { order.push_back(2); });
    platform::answer_soon(first, true, "");
    platform::answer_soon(second, true, "");
    platform::pump();
    CHECK(order == std::vector<int>{1, 2, 3});
}

TEST_CASE("parts of an answer are handed over in order, and draw nothing: whoever shows them asks for a frame")
{
    rests();
    std::vector<std::string> come;
    const auto               request = platform::expect(
        [&](platform::Answer answer) { come.push_back("end, " + std::to_string(answer.entries.size())); },
        [&](const std::vector<platform::Entry>& entries) {
            for (const auto& entry : entries) come.push_back(entry.key + "=" + entry.bytes);
        });
    const auto adds = [&](const char* key, const std::string& bytes) {
        platform::Entry entry{key, platform::room_for(bytes.size())};
        REQUIRE(entry.bytes.size() == bytes.size());
        entry.bytes = bytes;
        REQUIRE(platform::add_entry(request, std::move(entry)));
    };
    adds("a", "long ones");
    adds("b", "longer ones still");
    platform::deliver_part(request);
    adds("c", "short");
    platform::deliver_part(request);
    platform::deliver_part(request);  // nothing has arrived since
    CHECK_FALSE(platform::schedule().due());
    CHECK(come == std::vector<std::string>{"a=long ones", "b=longer ones still", "c=short"});
    platform::answer(request, true, "");
    CHECK(come.back() == "end, 0");
    CHECK(platform::schedule().due());
    rests();
}

TEST_CASE("what happens while a frame is drawn is heard after it, in order")
{
    std::vector<int> heard;
    platform::schedule().begin_frame();
    platform::call_soon([&] { heard.push_back(1); });
    platform::call_soon([&] { heard.push_back(2); });
    CHECK(heard.empty());
    platform::schedule().end_frame();
    platform::call_soon([&] { heard.push_back(3); });
    CHECK(heard == std::vector<int>{1, 2, 3});
}

TEST_CASE("a change is followed by three frames, and then by none")
{
    platform::Schedule schedule;
    CHECK_FALSE(schedule.due());
    schedule.request();
    int drawn = 0;
    for (; schedule.due(); ++drawn) {
        schedule.begin_frame();
        schedule.end_frame();
        REQUIRE(drawn < 10);
    }
    CHECK(drawn == 3);
    CHECK(schedule.drawn() == 3);
}

TEST_CASE("a transition that asks in each frame is drawn until it ends, and three frames longer")
{
    platform::Schedule schedule;
    schedule.request();
    int drawn = 0;
    for (; schedule.due(); ++drawn) {
        schedule.begin_frame();
        if (drawn < 20) schedule.request();
        schedule.end_frame();
        REQUIRE(drawn < 100);
    }
    CHECK(drawn == 23);
}

TEST_CASE("a timer calls once when it is due, and never after it was cancelled")
{
    int        called    = 0;
    const auto cancelled = platform::call_after(0, [&] { called += 100; });
    platform::call_after(0, [&] { ++called; });
    platform::call_after(60'000, [&] { called += 1000; });
    platform::cancel(cancelled);
    platform::cancel(cancelled);
    platform::pump();
    platform::pump();
    CHECK(called == 1);
    CHECK(platform::until_next_timer_ms() > 50'000);
}

TEST_CASE("a timer that sets itself again does not keep the others waiting")
{
    int                   rounds = 0;
    std::function<void()> again  = [&] {
        if (++rounds < 5) platform::call_after(0, again);
    };
    platform::call_after(0, again);
    platform::pump();
    CHECK(rounds == 1);
    while (rounds < 5) platform::pump();
    platform::pump();
    CHECK(rounds == 5);
}

TEST_CASE("frames follow a timer, but not work that goes on for long")
{
    auto& schedule = platform::schedule();
    rests();
    bool worked = false;
    platform::work_after(0, [&] { worked = true; });
    platform::pump();
    CHECK(worked);
    CHECK_FALSE(schedule.due());
    platform::call_after(0, [] {});
    platform::pump();
    CHECK(schedule.due());
    rests();
}

TEST_CASE("frames follow an answer, but not one that is seldom seen")
{
    rests();
    int        heard = 0;
    const auto hears = [&](const platform::Answer&) { ++heard; };
    platform::answer(platform::expect_unseen(hears), true, "");
    CHECK(heard == 1);
    CHECK_FALSE(platform::schedule().due());
    platform::answer(platform::expect(hears), true, "");
    CHECK(heard == 2);
    CHECK(platform::schedule().due());
    rests();
}
