// Accidents of open tabs: they must reload everything, are too old for the stored data, or find the data gone.
#include "store/tabs.hpp"

using namespace account;

TEST_CASE("what was about to be written when everything is read anew is not written over what was read")
{
    Device device(Answers::when_told);
    device.storage.answer_all();
    REQUIRE(device.asks(renewal(device.state(), "d1")).empty());
    device.storage.answer_one();  // it is stored, and its settlement is being stored
    device.labels("d2", "waits behind it");
    device.storage.answer_one();
    device.passes_unanswered_ms(6'000);  // the host has finished the renewal, which is stored after the label
    device.storage.heard.missed();
    device.storage.answer_all();
    device.labels("d1", "later");
    device.passes_ms(6'000);

    for (const auto& [key, bytes] : device.storage.contents()) CHECK(!key.starts_with("log/"));
    const auto shown = device.state();
    CHECK(service(shown, "d1").label == "later");
    CHECK(service(shown, "d1").expires_on == base::years_after(in(50), 1));
    CHECK(service(shown, "d2").label == "waits behind it");
    device.reloads();
    CHECK(same(device.state(), shown));
}

TEST_CASE("an import that has not begun when a newer program is seen is refused, and says so")
{
    const auto disk = std::make_shared<platform::MemoryDisk>();
    Device     device(Answers::when_told, disk);
    device.storage.answer_all();
    const LaterProgram later(disk);

    device.labels("d1", "being written");
    std::string answer;
    device.store->replace(small(), [&](bool ok) { answer = ok ? "done" : "refused"; });
    device.storage.answer_all();
    CHECK(answer == "refused");
    CHECK(device.notices() == "newer");
}

TEST_CASE("a tab that could not read the storage at first goes on in memory, whatever it hears later")
{
    const auto disk = std::make_shared<platform::MemoryDisk>();
    Device     first(Answers::at_once, disk);
    first.store->replace(small());
    Device second(Answers::when_told, disk);
    second.storage.refuse(1, platform::StorageFault::blocked);
    second.storage.answer_all();
    first.labels("d1", "goes on");
    second.storage.heard.missed();
    second.storage.answer_all();
    CHECK(second.sees("d1").label != "goes on");
}

TEST_CASE("a tab whose program is too old does not take the lead from the newer one, and replaces nothing")
{
    Tabs               tabs(1);
    const LaterProgram later(tabs.disk);

    std::string answers;
    tabs[0].store->replace(small(), [&](bool ok) { answers += ok ? "done " : "refused "; });
    tabs[0].store->begin_anew([&](bool ok) { answers += ok ? "done " : "refused "; });
    tabs[0].advance_clock(base::ms_per_day);
    CHECK(answers == "refused refused ");
    CHECK(later.storage.leads());
}

TEST_CASE("what was erased under two tabs is there again, and what one of them asked for since, whoever writes first")
{
    for (std::size_t first : {0, 1}) {
        Tabs tabs(2);
        tabs[0].labels("d1", "before");
        tabs[0].storage.is_emptied();
        tabs[1].storage.heard.missed();
        tabs[first].labels("d2", "after");
        tabs[1 - first].labels("d1", "later");
        tabs.passes_ms(6'000);
        for (auto& tab : tabs.tabs) tab.is_killed();
        tabs[0].opens();
        CHECK(tabs[0].sees("d1").label == "later");
        CHECK(tabs[0].sees("d2").label == "after");
    }
}

TEST_CASE("what waited when a page was opened is counted once it is settled, and nothing is missed at the next opening")
{
    Device     device;
    const auto seen = renewal(device.state(), "d1").seen_price.cents;
    REQUIRE(device.asks(SaveCart{{}, {"d1"}, {"1"}, {std::to_string(seen)}}) == "");
    device.store->set_online(false);
    REQUIRE(device.asks(DeleteCart{device.state().carts.row(0).id}) == "");
    device.is_killed();
    device.opens();
    REQUIRE(device.store->outbox().empty());
    device.reloads();
    CHECK(device.notices() == "");
}

TEST_CASE("when somebody erases the database under an open tab, the tab stores all of it again")
{
    for (std::size_t count : {1, 2}) {
        Tabs tabs(count);
        tabs[0].labels("d1", "before");
        tabs[0].storage.is_emptied();
        tabs[count - 1].labels("d2", "after");
        for (auto& tab : tabs.tabs) tab.is_killed();
        tabs[0].opens();
        CHECK(tabs[0].sees("d1").label == "before");
        CHECK(tabs[0].sees("d2").label == "after");
    }
}

TEST_CASE("an older program in an open tab makes way for a newer one, and stores nothing over its data")
{
    Tabs               tabs(1);
    const LaterProgram later(tabs.disk);
    CHECK(tabs[0].notices() == "newer");
    CHECK(tabs[0].asks(Describe{{"d1"}, "too late", {}}) == "notice.newer");
    tabs[0].store->keep_draft(Describe{{"d1"}, "being written", {}});  // is not waited for, since it cannot be stored
    CHECK(tabs[0].store->settled());
    CHECK(tabs.disk->now.entries.at("page/services/000000") == later.page);
}
