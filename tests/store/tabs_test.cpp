// Several tabs of one browser on one storage: each may edit, all show the same, nothing is done twice or lost.
#include "model/properties.hpp"
#include "store/tabs.hpp"

using namespace account;

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
    for (auto& tab : tabs.tabs) tab.comes_back_at(noon(in(400)));
    tabs[0].store->set_online(true);
    CHECK(tabs[1].notices() == "why.released");
    CHECK(tabs[1].store->outbox().empty());
    CHECK(operations_of(tabs[1].state(), {"d2"}).empty());
}

TEST_CASE("when the tab that leads is closed, another one leads, and what waited is carried out")
{
    Tabs tabs(2, Answers::when_told);
    tabs[1].labels("d1", "just before");
    tabs[1].storage.answer_one();  // stored; the first tab is closed before it is notified
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

    // The first wakes up: its label was waiting in its own storage calls, and is carried out after the second's.
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
    State other = small();
    other       = with_account(std::move(other), "C-2");
    bool ok     = false;
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

TEST_CASE("a request of the second tab that is refused says so there also when more is settled than a log record takes")
{
    Tabs tabs(2, Answers::at_once, many(2'000));
    tabs[0].store->set_online(false);
    std::vector<Command> all;
    for (int n = 1; n < 2'000; ++n) all.push_back(Describe{{"d" + std::to_string(n)}, "all at once", {}});
    all.push_back(renewal(tabs[1].state(), "d0"));
    for (const auto& problems : tabs[1].store->dispatch(std::move(all))) REQUIRE(problems.none());
    for (auto& tab : tabs.tabs) tab.comes_back_at(noon(in(500)));
    tabs[0].store->set_online(true);
    CHECK(tabs[1].notices() == "why.released");
    CHECK(tabs[1].store->outbox().empty());
}

TEST_CASE("the host's clock that one tab moves ahead is that of all")
{
    Tabs tabs(2);
    tabs[1].advance_clock(60 * base::ms_per_day);
    CHECK(tabs[0].store->today() == in(60));
    CHECK(tabs[1].store->today() == in(60));
    CHECK(tabs[0].sees("d1").status == Status::expired);
}

TEST_CASE("2,000 edits in two tabs, in any order of answers and messages: all are there, in both, once")
{
    // One long sequence, and several short ones with more commands waiting at once.
    play_sequences(6, [first = true](Random& random) mutable {
        const int edits = std::exchange(first, false) ? 2'000 : 100, renewals = 50;
        Tabs      tabs(2, Answers::when_told, many(edits + renewals));
        for (int edit = 0; edit < edits; ++edit) {
            tabs[random.below(2)].labels(("d" + std::to_string(edit)).c_str(), "edit " + std::to_string(edit));
            if (edit < renewals) {
                auto&      tab = tabs[random.below(2)];
                const auto id  = "d" + std::to_string(edits + edit);
                REQUIRE(tab.asks(renewal(tab.state(), id.c_str())).empty());
            }
            for (int answers = random.below(edits > 100 ? 16 : 5); answers > 0; --answers)
                tabs[random.below(2)].storage.answer_one();
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
                tab.storage.refuse(0, platform::StorageFault::none);
                tab.opens();
                break;
            case 1: tab.storage.claim(); break;
            case 2:
                // A tab whose first read is refused works in memory only: other tests cover that.
                if (tab.store->ready())
                    tab.storage.refuse(static_cast<std::size_t>(random.from(1, 2)),
                                       random.once_in(2) ? platform::StorageFault::quota
                                                         : platform::StorageFault::aborted);
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
                    for (auto& each : tabs.tabs) each.storage.refuse(0, platform::StorageFault::none);
                    tabs.passes_ms(8'000);
                    CHECK(tab.store->settled());
                    ++next;
                }
                break;
            default: tab.storage.answer_one();
            }
        }
        for (auto& tab : tabs.tabs) tab.storage.refuse(0, platform::StorageFault::none);
        tabs.passes_ms(60'000);
        for (auto& tab : tabs.tabs) {
            CHECK(tab.store->outbox().empty());
            CHECK(same(tab.state(), tabs[0].state()));
            for (int edit = 0; edit < next; ++edit)
                CHECK(tab.sees(("d" + std::to_string(edit)).c_str()).label == "edit");
        }
    });
}

TEST_CASE("an import in one tab and an edit in the other at the same moment: the import is there, and the edit is "
          "judged by it")
{
    Tabs  tabs(2, Answers::when_told);
    State other = small();
    other       = with_account(std::move(other), "C-2");
    tabs[0].labels("d1", "at the same moment");
    bool ok = false;
    tabs[1].store->replace(other, [&](bool done) { ok = done; });
    tabs.settle();
    CHECK(ok);
    CHECK(profile_of(tabs[0].state()).id.value == "C-2");
    CHECK(same(tabs[0].state(), tabs[1].state()));
    CHECK(tabs[1].store->settled());
}
