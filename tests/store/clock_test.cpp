// A device's clock that is wrong: nothing ends by a clock alone.
#include "store/device.hpp"

#include <doctest/doctest.h>

using namespace account;
using base::ms_per_day;

namespace {

constexpr auto two_years_ms = 731 * ms_per_day;

bool goes_on(Device& device)
{
    device.labels("d1", "asked at " + std::to_string(device.clock.at.ms));
    device.lets_the_host_finish();
    return device.store->settled();
}

}  // namespace

TEST_CASE("a visit with the device's clock two years ahead ends nothing, and time stands")
{
    Device device;
    device.lets_the_host_finish();
    const auto before = device.state();
    const auto day    = device.store->today();
    device.is_killed();
    device.clock.at = base::ms_after(device.clock.at, two_years_ms);
    device.opens();
    device.passes_ms(3 * ms_per_day);
    CHECK(device.peer->clock().doubts(device.clock.at));
    CHECK(device.store->today() == day);
    CHECK(same(device.state(), before));
    CHECK_FALSE(device.wake);

    SUBCASE("what the customer does meanwhile waits until the day is known")
    {
        REQUIRE(device.asks(renewal(device.state(), "d1")) == "");
        device.passes_ms(60'000);
        CHECK(device.store->outbox().size() == 1);
        CHECK_FALSE(device.wake);
        device.peer->clock().judge(device.clock.at, base::ms_after(device.clock.at, -two_years_ms));
        device.store->change_peer([] {});
        CHECK(device.store->outbox().empty());
        CHECK(device.notices() == "");
    }
    SUBCASE("when the clock has been put right, the next visit goes on as if nothing had been")
    {
        device.is_killed();
        device.clock.at = base::ms_after(device.clock.at, -two_years_ms);
        device.opens();
        CHECK_FALSE(device.peer->clock().doubts(device.clock.at));
        device.lets_the_host_finish();
        CHECK(device.store->today() == base::paris_day(device.clock.at));
        CHECK(device.sees("d1").status == Status::active);
        CHECK(goes_on(device));
    }
    SUBCASE("a server that says the true time corrects it, also when the page is loaded again")
    {
        for (int visits = 0; visits < 2; ++visits) {
            device.peer->clock().judge(device.clock.at, base::ms_after(device.clock.at, -two_years_ms));
            device.store->change_peer([] {});
            CHECK(device.store->today() == base::days_after(day, 3));
            CHECK(goes_on(device));
            CHECK(device.sees("d1").status == Status::active);
            device.reloads();
            CHECK(device.peer->clock().doubts(device.clock.at));
        }
    }
    SUBCASE("a server that agrees, or the customer's word, lets the time pass")
    {
        bool by_server = false;
        SUBCASE("server") { by_server = true; }
        SUBCASE("word") { by_server = false; }
        if (by_server) device.peer->clock().judge(device.clock.at, base::ms_after(device.clock.at, 90'000));
        else device.peer->clock().believe(device.clock.at);
        device.store->change_peer([] {});
        device.lets_the_host_finish();
        CHECK(device.store->today() == base::paris_day(device.clock.at));
        CHECK(device.sees("d1").status == Status::inactive);
        device.reloads();
        CHECK_FALSE(device.peer->clock().doubts(device.clock.at));
    }
}

TEST_CASE("a clock that is years behind is doubted, too, and an open page whose clock leaps")
{
    Device device;
    device.lets_the_host_finish();
    const auto day   = device.store->today();
    const auto right = device.clock.at;
    for (const auto by : {-two_years_ms, -2 * ms_per_day, 61 * ms_per_day, two_years_ms}) {
        device.clock.at = base::ms_after(right, by);
        CHECK(device.store->today() == day);
        CHECK(device.peer->clock().doubts(device.clock.at));
        device.store->tick();
        CHECK(device.sees("d1").status == Status::active);
    }
    device.clock.at = right;
    CHECK_FALSE(device.peer->clock().doubts(device.clock.at));
    CHECK(goes_on(device));
}

TEST_CASE("an absence of weeks, a day's error and a page that stays open for a year are no leaps")
{
    Device device;
    device.lets_the_host_finish();
    for (const auto by : {-ms_per_day / 2, 59 * ms_per_day}) {
        device.is_killed();
        device.clock.at = base::ms_after(device.clock.at, by);
        device.opens();
        CHECK_FALSE(device.peer->clock().doubts(device.clock.at));
    }
    const auto day = device.store->today();
    device.passes_ms(366 * ms_per_day);
    CHECK_FALSE(device.peer->clock().doubts(device.clock.at));
    CHECK(device.store->today() == base::days_after(day, 366));
}

TEST_CASE("the demo's own clock is moved by the customer: that is no leap, even when the page is closed in the middle "
          "of the work")
{
    Device device;
    device.lets_the_host_finish();
    device.advance_clock(two_years_ms);
    const auto day = device.store->today();
    device.is_killed();
    device.opens();
    CHECK_FALSE(device.peer->clock().doubts(device.clock.at));
    CHECK(device.store->today() == day);
}

TEST_CASE("an imported account is of the day when something last happened in it")
{
    const auto imports = [](std::int64_t device_ahead_ms, std::int64_t file_ahead_ms) {
        Device device;
        device.clock.at = base::ms_after(device.clock.at, device_ahead_ms);
        device.reloads();
        device.store->begin_anew();
        auto account = small();
        account.messages.put({.id = {"m-last"}, .sent_at = base::ms_after(noon(today), file_ahead_ms)});
        device.store->replace(std::move(account));
        device.lets_the_host_finish();
        CHECK(device.sees("d1").status == Status::active);
        return device.peer->clock().doubts(device.clock.at);
    };
    CHECK_FALSE(imports(0, 0));
    CHECK_FALSE(imports(20 * ms_per_day, 0));
    CHECK(imports(two_years_ms, 0));
    CHECK_FALSE(imports(0, 1000 * 365 * ms_per_day));  // a file that comes from the future changes no time
}

TEST_CASE("a damaged record of the time stops nothing for good")
{
    for (const auto* word : {"seen_hour=9223372036854775807", "seen_hour=-9223372036854775808", "seen_hour=x",
                             "clock_offset_ms=9223372036854775807", "clock_offset_ms=-5", "last_round=9999-12-31"}) {
        INFO(word);
        Device device;
        device.peer->resume({word});
        device.store->change_peer([] {});
        device.peer->clock().believe(device.clock.at);
        device.store->change_peer([] {});
        CHECK_FALSE(device.peer->clock().doubts(device.clock.at));
        device.labels("d1", "still there");
        device.reloads();
        CHECK(device.sees("d1").label == "still there");
    }
}
