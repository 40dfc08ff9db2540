// Several pages on one storage, for tests.
#pragma once
#include "store/device.hpp"

#include <deque>

namespace account {

using Answers = MemoryStorage::Answers;

struct Tabs {
    Device::Disk       disk = std::make_shared<platform::MemoryDisk>();
    std::deque<Device> tabs;

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

    // Runs until no tab has anything to do or to receive.
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

inline State many(int services)
{
    State state;
    for (int n = 0; n < services; ++n)
        state.services.put(domain("d" + std::to_string(n), "example-" + std::to_string(n) + ".com", in(100)));
    return state;
}

// A page of a later version of the program: it is the leader, and has stored a page that older versions cannot read.
struct LaterProgram {
    MemoryStorage storage;
    std::string   page;

    explicit LaterProgram(const Device::Disk& disk)
        : storage(Answers::at_once, disk), page(disk->now.entries.at("page/services/000000"))
    {
        page[6] = 99;  // the schema number, which is read before the checksum
        storage.read([](bool, std::vector<platform::Entry>) {});
        storage.claim();
        storage.write({{"page/services/000000", page}}, platform::Durability::strict, platform::Right::lead, {});
    }
};

}  // namespace account
