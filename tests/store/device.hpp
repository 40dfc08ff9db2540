// A browser install that a test can kill at any moment: a storage that survives, a clock that the test moves, and the
// store between them.
#pragma once
#include "base/enums.hpp"
#include "demo/peer.hpp"
#include "model/account.hpp"
#include "platform/memory_storage.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace account {

using platform::MemoryStorage;

inline bool same(const State& a, const State& b) { return same_rows(a, b); }

struct Device {
    MemoryStorage                 storage;
    platform::StillClock          clock{noon(today)};
    State                         initial = small();
    std::unique_ptr<demo::Peer>   peer;
    std::unique_ptr<store::Store> store;
    int                           times_changed = 0;
    int                           times_opened  = 0;
    std::optional<base::Instant>  wake;

    // A requested callback and its time.
    struct Timer {
        base::Instant         at;
        std::function<void()> call;
    };
    std::vector<Timer> timers;

    using Disk = std::shared_ptr<platform::MemoryDisk>;

    explicit Device(MemoryStorage::Answers answers = MemoryStorage::Answers::at_once, Disk disk = {})
        : storage(answers, std::move(disk))
    {
        opens();
    }

    // Loads the page; the storage is as the last page left it.
    void opens(bool online = true)
    {
        store::Settings settings;
        settings.device     = "phone" + std::to_string(++times_opened);
        settings.may_forget = true;
        store               = {};
        peer                = std::make_unique<demo::Peer>(
            demo::Outside{.later =
                              [this](std::int64_t delay_ms, std::function<void()> call) {
                                  timers.push_back({base::ms_after(clock.at, delay_ms), std::move(call)});
                              },
                          .shown   = [this]() -> const State& { return store->state(); },
                          .account = [this](Date) { return initial; }});
        store              = std::make_unique<store::Store>(storage, clock, *peer, settings);
        wake               = {};
        store->on_change   = [this] { ++times_changed; };
        store->on_progress = [this] { wake = store->next_wake(); };
        store->set_online(online);
        store->open();
    }
    // Kills the tab: unfinished work of the storage is lost.
    void is_killed()
    {
        storage.crash();
        store.reset();
        timers.clear();
    }
    void reloads()
    {
        is_killed();
        opens();
        storage.answer_all();
    }
    // As in the app: wakes the store when it asked for it, and again after each change that it reports.
    void passes_ms(std::int64_t ms)
    {
        const auto end = base::ms_after(clock.at, ms);
        storage.answer_all();
        for (int times = 0; times < 1000; ++times) {
            const auto timer = std::min_element(timers.begin(), timers.end(),
                                                [](const auto& a, const auto& b) { return a.at < b.at; });
            if (timer != timers.end() && timer->at <= end && (!wake || timer->at <= *wake)) {
                clock.at        = std::max(clock.at, timer->at);
                const auto call = std::move(timer->call);
                timers.erase(timer);
                call();
            } else if (wake && *wake <= end) {
                clock.at = std::max(clock.at, *wake);
                store->tick();
                wake = store->next_wake();
            } else break;
            storage.answer_all();
        }
        clock.at = end;
    }
    // The storage says nothing. A busy program wakes the store `late_ms` after the time that it asked for.
    void passes_unanswered_ms(std::int64_t ms, std::int64_t late_ms = 0)
    {
        const auto end = base::ms_after(clock.at, ms);
        for (int times = 0; times < 1000 && wake && base::ms_after(*wake, late_ms) <= end; ++times) {
            clock.at = base::ms_after(std::max(clock.at, *wake), late_ms);
            store->tick();
            wake = store->next_wake();
        }
        clock.at = end;
    }
    // Waits until the host has nothing to do before midnight.
    void lets_the_host_finish() { passes_ms(10'000); }

    // As the demo's menu does.
    void advance_clock(std::int64_t ms)
    {
        store->change_peer([this, ms] { peer->clock().advance(ms); });
    }

    // After a time for which nobody was here.
    void comes_back_at(base::Instant now)
    {
        clock.at = now;
        peer->clock().believe(now);
    }

    const State& state() const { return store->state(); }
    Service      sees(const char* id) const { return service(state(), id); }
    std::string  asks(Command command) { return reasons(store->dispatch(std::move(command))); }
    void labels(const char* id, std::string label) { REQUIRE(asks(Describe{{id}, std::move(label), {}}) == ""); }

    // The kinds of the notices; for refusals and failures also the reason.
    std::string notices() const
    {
        std::string text;
        for (const auto& notice : store->notices())
            text += (text.empty() ? "" : ", ") + std::string(notice.why.text == base::TextKey()
                                                                 ? base::name_of(notice.kind)
                                                                 : base::key_name(notice.why.text));
        return text;
    }
};

}  // namespace account
