// Several tabs of one browser, on one storage: each may edit, all show the same, nothing is done twice or lost.
#include "model/properties.hpp"
#include "store/device.hpp"

#include <deque>

using namespace account;
using Answers = MemoryStorage::Answers;

namespace {

struct Tabs {
    Device::Disk        disk = std::make_shared<platform::MemoryDisk>();
    std::deque<Device>  tabs;

    explicit Tabs(std::size_t count, Answers answers = Answers::at_once, const State& initial = small())
    {
        for (std::size_t number = 0; number < count; ++number) {
            auto& tab = tabs.emplace_back(answers, disk);
            settle();
            if (number == 0) tab.store->replace(initial);
            settle();
        }
    }
    Device& operator[](std::size_t number) { return tabs[number]; }

    // Until no tab has anything to do or to hear.
    void settle()
    {
        for (int round = 0; round < 200; ++round) {
            std::size_t waiting = 0;
            for (auto& tab : tabs) {
                waiting += tab.storage.waiting();
                tab.storage.answer_all();
            }
            if (waiting == 0) return;
        }
        FAIL("the tabs never come to rest");
    }
    void passes_ms(std::int64_t ms)
    {
        for (std::int64_t passed = 0; passed < ms; passed += 500) {
            for (auto& tab : tabs) tab.passes_ms(500);
            settle();
        }
    }
};

State many(int services)
{
    State state;
    for (int n = 0; n < services; ++n)
        state.services.put(domain("d" + std::to_string(n), "example-" + std::to_string(n) + ".com", in(100)));
    return state;
}

}  // namespace

TEST_CASE("an edit in either of two tabs is shown in both, and is there after a reload")
{
    Tabs tabs(2);
    tabs[0].labels("d1", "from the first");
    tabs[1].labels("d2", "from the second");
    for (std::size_t tab : {0, 1}) {
        CHECK(tabs[tab].sees("d1").label == "from the first");
        CHECK(tabs[tab].sees("d2").label == "from the second");
        CHECK(tabs[tab].store->settled());
        CHECK(tabs[tab].store->outbox().empty());
    }
    for (auto& tab : tabs.tabs) tab.is_killed();
    tabs[1].opens();
    CHECK(tabs[1].sees("d1").label == "from the first");
    CHECK(tabs[1].sees("d2").label == "from the second");
    CHECK(tabs[1].notices().empty());
}

TEST_CASE("the host's work is shown in every tab, and done once")
{
    Tabs tabs(3);
    REQUIRE(tabs[1].asks(renewal(tabs[1].state(), "d1")).empty());
    tabs.passes_ms(6'000);
    for (auto& tab : tabs.tabs) {
        CHECK(tab.sees("d1").expires_on == base::years_after(in(50), 1));
        CHECK(operations_of(tab.state(), {"d1"}).size() == 1);
    }
}

TEST_CASE("a request of the second tab that is refused says so there")
{
    Tabs tabs(2);
    tabs[0].store->set_online(false);
    REQUIRE(tabs[1].asks(renewal(tabs[1].state(), "d2")).empty());
    for (auto& tab : tabs.tabs) tab.clock.at = noon(in(400));
    tabs[0].store->set_online(true);
    CHECK(tabs[1].notices() == "why.released");
    CHECK(tabs[1].store->outbox().empty());
    CHECK(operations_of(tabs[1].state(), {"d2"}).empty());
}

TEST_CASE("when the tab that leads is closed, another one leads, and what waited is carried out")
{
    Tabs tabs(2, Answers::when_told);
    tabs[1].labels("d1", "just before");
    tabs[1].storage.answer_one();  // stored; the first tab is closed before it hears of it
    tabs[0].is_killed();
    tabs.settle();
    CHECK(tabs[1].store->outbox().empty());
    CHECK(tabs[1].store->settled());
    tabs[1].reloads();
    CHECK(tabs[1].sees("d1").label == "just before");
}

TEST_CASE("a tab that slept while another one led writes nothing old when it wakes, and shows what was done")
{
    Tabs tabs(2, Answers::when_told);
    tabs[0].labels("d1", "asked for, and then it sleeps");
    REQUIRE(tabs[1].asks(renewal(tabs[1].state(), "d2")).empty());
    tabs[1].storage.claim();
    for (int times = 0; times < 20; ++times) tabs[1].storage.answer_all();
    tabs[1].labels("d1", "by the second");
    tabs[1].storage.answer_all();
    CHECK(tabs[1].store->outbox().empty());

    // The first wakes up: its label waits in its own storage calls, and is asked for after the second's.
    tabs.settle();
    for (std::size_t tab : {0, 1}) {
        CHECK(tabs[tab].sees("d1").label == "asked for, and then it sleeps");
        CHECK(operations_of(tabs[tab].state(), {"d2"}).size() == 1);
        CHECK(tabs[tab].store->outbox().empty());
    }
    CHECK(same(tabs[0].state(), tabs[1].state()));
}

TEST_CASE("an import in the second tab replaces the account in both")
{
    Tabs  tabs(2);
    State other           = small();
    other.profile.account = "C-2";
    bool ok = false;
    tabs[1].store->replace(other, [&](bool done) { ok = done; });
    CHECK(ok);
    CHECK(same(tabs[0].state(), other));
    CHECK(same(tabs[1].state(), other));
    tabs[0].labels("d1", "goes on");
    CHECK(tabs[1].sees("d1").label == "goes on");
}

TEST_CASE("what one tab changes in more rows than a log record takes is shown in the other, which does not undo it")
{
    Tabs                 tabs(2, Answers::at_once, many(2'000));
    std::vector<Command> all;
    for (int n = 0; n < 2'000; ++n) all.push_back(Describe{{"d" + std::to_string(n)}, "all at once", {}});
    for (const auto& problems : tabs[0].store->dispatch(std::move(all))) REQUIRE(problems.none());
    CHECK(tabs[1].sees("d1999").label == "all at once");
    CHECK(same(tabs[0].state(), tabs[1].state()));

    tabs[0].is_killed();
    tabs[1].labels("d0", "afterwards");
    tabs[1].passes_ms(6'000);
    tabs[1].reloads();
    CHECK(tabs[1].sees("d0").label == "afterwards");
    CHECK(tabs[1].sees("d1999").label == "all at once");
}

TEST_CASE("what was about to be written when everything is read anew is not written over what was read")
{
    Device device(Answers::when_told);
    device.storage.answer_all();
    REQUIRE(device.asks(renewal(device.state(), "d1")).empty());
    device.storage.answer_one();  // it is stored, and its settlement is being written
    device.labels("d2", "waits behind it");
    device.storage.answer_one();
    device.passes_unanswered_ms(6'000);  // the host has finished the renewal, which waits behind the label
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
    auto newer = device.storage.contents().at("page/services/000000");
    newer[6]   = 99;
    MemoryStorage later(Answers::at_once, disk);
    later.read([](bool, std::vector<platform::Entry>) {});
    later.claim();
    later.write({{"page/services/000000", newer}}, platform::Durability::strict, platform::Right::lead, {});

    device.labels("d1", "being written");
    std::string answer;
    device.store->replace(small(), [&](bool ok) { answer = ok ? "done" : "refused"; });
    device.storage.answer_all();
    CHECK(answer == "refused");
    CHECK(device.notices() == "notice.newer");
}

TEST_CASE("a request of the second tab that is refused says so there also when more is settled than a log record takes")
{
    Tabs tabs(2, Answers::at_once, many(2'000));
    tabs[0].store->set_online(false);
    std::vector<Command> all;
    for (int n = 1; n < 2'000; ++n) all.push_back(Describe{{"d" + std::to_string(n)}, "all at once", {}});
    all.push_back(renewal(tabs[1].state(), "d0"));
    for (const auto& problems : tabs[1].store->dispatch(std::move(all))) REQUIRE(problems.none());
    for (auto& tab : tabs.tabs) tab.clock.at = noon(in(500));
    tabs[0].store->set_online(true);
    CHECK(tabs[1].notices() == "why.released");
    CHECK(tabs[1].store->outbox().empty());
}

TEST_CASE("a tab that could not read the storage says so to its end, whatever it hears later")
{
    const auto disk = std::make_shared<platform::MemoryDisk>();
    Device     first(Answers::at_once, disk);
    first.store->replace(small());
    Device second(Answers::when_told, disk);
    second.storage.refuse(1, "blocked");
    second.storage.answer_all();
    first.labels("d1", "goes on");
    second.storage.heard.missed();
    second.storage.answer_all();
    CHECK(second.sees("d1").label != "goes on");
}

TEST_CASE("a tab whose program is too old does not take the lead from the newer one, and replaces nothing")
{
    Tabs tabs(1);
    auto newer = tabs[0].storage.contents().at("page/services/000000");
    newer[6]   = 99;
    MemoryStorage later(Answers::at_once, tabs.disk);
    later.read([](bool, std::vector<platform::Entry>) {});
    later.claim();
    later.write({{"page/services/000000", newer}}, platform::Durability::strict, platform::Right::lead, {});

    std::string answers;
    tabs[0].store->replace(small(), [&](bool ok) { answers += ok ? "done " : "refused "; });
    tabs[0].store->reset([&](bool ok) { answers += ok ? "done " : "refused "; });
    tabs[0].store->advance_clock(base::ms_per_day);
    CHECK(answers == "refused refused ");
    CHECK(later.leads());
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
    Device device;
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

TEST_CASE("the host's clock that one tab moves ahead is that of all")
{
    Tabs tabs(2);
    tabs[1].store->advance_clock(60 * base::ms_per_day);
    CHECK(tabs[0].store->today() == in(60));
    CHECK(tabs[1].store->today() == in(60));
    CHECK(tabs[0].sees("d1").status == Status::expired);
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
    Tabs tabs(1);
    auto newer = tabs[0].storage.contents().at("page/services/000000");
    newer[6]   = 99;  // the schema number, which comes before the checksum is looked at

    MemoryStorage later(Answers::at_once, tabs.disk);
    later.read([](bool, std::vector<platform::Entry>) {});
    later.claim();
    later.write({{"page/services/000000", newer}}, platform::Durability::strict, platform::Right::lead, {});

    CHECK(tabs[0].notices() == "notice.newer");
    CHECK(tabs[0].asks(Describe{{"d1"}, "too late", {}}) == "notice.newer");
    CHECK(tabs.disk->now.entries.at("page/services/000000") == newer);
}

TEST_CASE("2,000 edits in two tabs, in any order of answers and messages: all are there, in both, once")
{
    // One long sequence, and several short ones in which more waits for its answer.
    play_sequences(6, [first = true](Random& random) mutable {
        const int edits = std::exchange(first, false) ? 2'000 : 100, renewals = 50;
        Tabs          tabs(2, Answers::when_told, many(edits + renewals));
        for (int edit = 0; edit < edits; ++edit) {
            tabs[random.below(2)].labels(("d" + std::to_string(edit)).c_str(), "edit " + std::to_string(edit));
            if (edit < renewals) {
                auto&      tab = tabs[random.below(2)];
                const auto id  = "d" + std::to_string(edits + edit);
                REQUIRE(tab.asks(renewal(tab.state(), id.c_str())).empty());
            }
            for (int answers = random.below(edits > 100 ? 16 : 5); answers > 0; --answers) tabs[random.below(2)].storage.answer_one();
            if (random.once_in(200)) tabs[random.below(2)].storage.claim();
        }
        tabs.settle();
        tabs.passes_ms(6'000);
        for (auto& tab : tabs.tabs) CHECK(tab.store->outbox().empty());
        CHECK(same(tabs[0].state(), tabs[1].state()));
        for (const Service& one : tabs[0].state().services) CHECK(tabs[1].state().services.get(one.id) == one);
        for (const auto& one : tabs[0].state().operations) CHECK(tabs[1].state().operations.get(one.id) == one);
        CHECK(tabs[0].state().operations.size() == tabs[1].state().operations.size());
        const auto shown = tabs[0].state();
        for (auto& tab : tabs.tabs) tab.is_killed();
        tabs[0].opens();
        tabs.settle();
        CHECK(tabs[0].notices().empty());
        CHECK(same(tabs[0].state(), shown));
        int there = 0, once = 0;
        for (int edit = 0; edit < edits; ++edit)
            there += tabs[0].sees(("d" + std::to_string(edit)).c_str()).label == "edit " + std::to_string(edit);
        for (int edit = 0; edit < renewals; ++edit) {
            const auto id = "d" + std::to_string(edits + edit);
            once += operations_of(tabs[0].state(), {id}).size() == 1 &&
                    tabs[0].sees(id.c_str()).expires_on == base::years_after(in(100), 1);
        }
        CHECK(there == edits);
        CHECK(once == renewals);
    });
}

TEST_CASE("tabs that are opened, killed and put to sleep at random lose nothing that was stored")
{
    play_sequences(40, [](Random& random) {
        constexpr int            services = 60;
        Tabs                     tabs(3, Answers::when_told, many(services));
        std::vector<std::string> stored(services);
        int                      next = 0;
        for (int step = 0; step < 200; ++step) {
            const auto which = static_cast<std::size_t>(random.below(3));
            auto&      tab   = tabs[which];
            switch (random.below(15)) {
            case 0:
                tab.is_killed();
                tab.storage.refuse(0, "");
                tab.opens();
                break;
            case 1: tab.storage.claim(); break;
            case 2:
                // A tab whose first reading is refused goes on in memory alone: that is another story.
                if (tab.store->ready()) tab.storage.refuse(static_cast<std::size_t>(random.from(1, 2)), random.once_in(2) ? "quota" : "aborted");
                break;
            case 3: tabs.passes_ms(500); break;
            case 7:
                if (tab.store->ready()) tab.storage.heard.missed();
                break;
            case 4:
            case 5:
            case 6:
                if (tab.store->ready() && next < services) {
                    const auto id = "d" + std::to_string(next);
                    tab.labels(id.c_str(), "edit");
                    for (auto& each : tabs.tabs) each.storage.refuse(0, "");
                    tabs.passes_ms(8'000);
                    CHECK(tab.store->settled());
                    ++next;
                }
                break;
            default: tab.storage.answer_one();
            }
        }
        for (auto& tab : tabs.tabs) tab.storage.refuse(0, "");
        tabs.passes_ms(60'000);
        for (auto& tab : tabs.tabs) {
            CHECK(tab.store->outbox().empty());
            CHECK(same(tab.state(), tabs[0].state()));
            for (int edit = 0; edit < next; ++edit) CHECK(tab.sees(("d" + std::to_string(edit)).c_str()).label == "edit");
        }
    });
}

TEST_CASE("an import in one tab and an edit in the other at the same moment: the import is there, and the edit is judged by it")
{
    Tabs  tabs(2, Answers::when_told);
    State other           = small();
    other.profile.account = "C-2";
    tabs[0].labels("d1", "at the same moment");
    bool ok = false;
    tabs[1].store->replace(other, [&](bool done) { ok = done; });
    tabs.settle();
    CHECK(ok);
    CHECK(tabs[0].state().profile.account == "C-2");
    CHECK(same(tabs[0].state(), tabs[1].state()));
    CHECK(tabs[1].store->settled());
}
