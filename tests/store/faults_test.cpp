// Data reported as stored are never lost: with killed tabs, refusing storage and damaged bytes.
#include "store/device.hpp"

using namespace account;
using store::Sync;
using Answers = MemoryStorage::Answers;

TEST_CASE("an edit survives a killed tab, at whichever moment it is killed")
{
    // A customer's work; the tab is killed after `answers` answers of the storage.
    const auto work = [](Device& device) {
        device.labels("d1", "one");
        CHECK(device.asks(renewal(device.state(), "d2")).empty());
        device.labels("d1", "two");
        CHECK(device.asks(Associate{{"d1"}, {"h1"}, false, false}).empty());
    };
    for (int answers = 0; answers < 40; ++answers) {
        CAPTURE(answers);
        Device device(Answers::when_told);
        device.storage.answer_all();
        work(device);
        const auto asked = device.store->outbox().size();
        for (int count = 0; count < answers; ++count) device.storage.answer_one();

        // The stored commands are a prefix of those given, in order.
        const auto shown_waiting = device.store->outbox().size();
        const bool all_settled   = device.store->settled();
        device.reloads();
        CHECK(device.notices().empty());
        CHECK(device.store->outbox().empty());

        const bool first  = !device.sees("d1").label.empty();
        const bool second = operations_of(device.state(), {"d2"}).size() == 1;
        const bool third  = device.sees("d1").label == "two";
        const bool fourth = !device.sees("d1").linked_to.empty();
        CHECK((first || !second));
        CHECK((second || !third));
        CHECK((third || !fourth));
        if (all_settled) CHECK(fourth);
        if (shown_waiting < asked) CHECK(first);  // what the customer was told is stored is there

        device.clock.at = base::ms_after(device.clock.at, 10'000);
        device.store->tick();
        device.storage.answer_all();
        device.reloads();
        CHECK(operations_of(device.state(), {"d2"}).size() == (second ? 1 : 0));
        CHECK(device.sees("d2").expires_on == base::years_after(in(80), second ? 1 : 0));
    }
}

TEST_CASE("a command goes to the host once it is safe on this device, not before")
{
    Device device(Answers::when_told);
    device.storage.answer_all();
    device.labels("d1", "shop");
    device.clock.at = noon(in(1));  // the host has work, whatever the storage does
    device.store->tick();
    CHECK(device.store->outbox().size() == 1);
    CHECK(device.store->sync_state().sync == Sync::waiting);
    device.storage.answer_all();
    CHECK(device.store->outbox().empty());
}

TEST_CASE("an id that two stored rows have is one service, and all is stored anew")
{
    State large = small();
    for (int n = 0; n < 10'000; ++n) large.services.put(domain("n" + std::to_string(n), "a.com", in(100)));
    Device device;
    device.store->replace(large);
    device.storage.answer_all();
    device.is_killed();
    // Two pages, of which the second repeats the first one's rows.
    auto& entries                      = device.storage.damage();
    entries.at("page/services/000001") = entries.at("page/services/000000");
    device.opens();
    device.storage.answer_all();
    CHECK(device.state().services.size() == table::page_rows);
    CHECK(device.notices() == "unreadable");
    device.labels("n10", "changed");
    CHECK(device.sees("n10").label == "changed");

    const auto shown = device.state();
    device.reloads();
    CHECK(device.notices() == "");
    CHECK(same(device.state(), shown));
}

TEST_CASE("an import survives a killed tab whole or not at all")
{
    State other;
    other = with_account(std::move(other), "C-2");
    for (int n = 0; n < 20'000; ++n) other.services.put(domain("n" + std::to_string(n), "a.com", in(100)));
    int old_ones = 0, new_ones = 0;
    for (int answers = 0; answers < 6; ++answers) {
        Device device(Answers::when_told);
        device.storage.answer_all();
        device.labels("d1", "mine");
        device.store->replace(other);
        for (int count = 0; count < answers; ++count) device.storage.answer_one();
        device.reloads();
        CHECK(device.notices().empty());
        if (device.state().services.size() == 20'000) {
            ++new_ones;
            CHECK(same(device.state(), other));
        } else {
            ++old_ones;
            CHECK(profile_of(device.state()).id.value == "C-1");
        }
    }
    CHECK(old_ones > 0);
    CHECK(new_ones > 0);
}

TEST_CASE("an edit that the storage refuses is said to be unsaved, tried again, and saved")
{
    Device device;
    device.storage.refuse(3, platform::StorageFault::aborted);
    device.labels("d1", "shop");
    CHECK(device.sees("d1").label == "shop");
    CHECK(device.store->sync_state().sync == Sync::error);
    CHECK(device.notices() == "not_stored");
    CHECK_FALSE(device.store->settled());
    REQUIRE(device.store->next_wake());

    device.passes_ms(1'000);
    device.passes_ms(2'000);
    CHECK(device.store->sync_state().sync == Sync::error);
    device.passes_ms(4'000);
    CHECK(device.store->sync_state().sync == Sync::up_to_date);
    CHECK(device.notices().empty());
    CHECK(device.store->settled());
    device.reloads();
    CHECK(device.sees("d1").label == "shop");
}

TEST_CASE("a full disk is called by its name, and work goes on in memory until there is room")
{
    Device device;
    device.storage.refuse(1'000, platform::StorageFault::quota);
    device.labels("d1", "one");
    device.labels("d1", "two");
    CHECK(device.notices() == "storage_full");
    for (int minute = 0; minute < 5; ++minute) device.passes_ms(60'000);
    CHECK(device.store->outbox().size() == 2);
    device.storage.refuse(0, platform::StorageFault::none);
    device.passes_ms(60'000);
    CHECK(device.store->outbox().empty());
    device.reloads();
    CHECK(device.sees("d1").label == "two");
}

TEST_CASE("what the host did is stored later when the storage refuses it first")
{
    Device device;
    device.asks(renewal(device.state(), "d1"));
    device.storage.refuse(2, platform::StorageFault::aborted);
    device.passes_ms(5'000);
    device.passes_ms(1'000);
    device.passes_ms(2'000);
    CHECK(device.store->settled());
    device.reloads();
    CHECK(device.sees("d1").expires_on == base::years_after(in(50), 1));
}

TEST_CASE("a storage that cannot be read leaves a working demo in memory, and says that nothing is kept")
{
    Device device(Answers::when_told);
    device.storage.refuse(1, platform::StorageFault::unavailable);
    device.storage.answer_all();
    CHECK(device.store->ready());
    CHECK_FALSE(device.store->lasting());
    device.labels("d1", "shop");
    CHECK(device.store->outbox().empty());
    CHECK(device.storage.contents().empty());
}

TEST_CASE("a browser that forgets everything is warned of, unless that is meant")
{
    for (const bool meant : {false, true}) {
        MemoryStorage        storage;
        platform::StillClock clock(noon(today));
        demo::Peer           peer({.later = {}, .shown = {}, .account = [](Date) { return small(); }});
        store::Store         store(storage, clock, peer, {.device = "phone", .may_forget = meant});
        store.open();
        CHECK(store.notices().size() == (meant ? 0 : 1));
        CHECK(store.sync_state().sync == (meant ? Sync::up_to_date : Sync::error));
    }
}

// Damages each entry of a storage with three pages of services, one at a time.
TEST_CASE("whichever entry is damaged, the store opens with what can be read, says so, and is whole afterwards")
{
    State big;
    for (int n = 0; n < 20'000; ++n)
        big.services.put(domain("d" + std::to_string(n), "example-" + std::to_string(n) + ".com", in(100)));
    Device whole;
    whole.store->replace(big);
    whole.asks(renewal(whole.state(), "d7"));
    whole.store->set_online(false);
    whole.labels("d1", "waits");
    const auto contents = whole.storage.contents();
    REQUIRE(contents.size() == 7);  // meta, outbox, 3 pages of services, operations, devices

    const auto flip = [](std::string bytes) {
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        return bytes;
    };
    const auto halve = [](std::string bytes) { return bytes.substr(0, bytes.size() / 2); };
    const auto empty = [](std::string) { return std::string(); };
    for (const auto& [key, bytes] : contents)
        for (const auto& damage :
             {std::function<std::string(std::string)>(flip), std::function<std::string(std::string)>(halve),
              std::function<std::string(std::string)>(empty)}) {
            const auto& name = key;  // clang 14 cannot capture a structured binding
            CAPTURE(name);
            Device device;
            device.is_killed();
            device.storage.damage()      = contents;
            device.storage.damage()[key] = damage(bytes);
            device.opens();
            CHECK(device.store->ready());
            CHECK_FALSE(device.notices().empty());
            CHECK(device.state().services.size() >= 20'000 - table::page_rows);
            if (key.starts_with("outbox")) CHECK(device.notices() == "unreadable_request");
            else if (key != "page/services/000000") CHECK(device.sees("d1").label == "waits");

            // It was repaired: the next page load finds nothing wrong, and commands work.
            const auto  rows  = device.state().services.size();
            const auto* other = key == "page/services/000000" ? "d10000" : "d20";
            device.labels(other, "works");
            device.reloads();
            CHECK(device.notices().empty());
            CHECK(device.state().services.size() == rows);
            CHECK(device.sees(other).label == "works");
            CHECK(device.store->outbox().empty());
        }
}

TEST_CASE("an entry that is missing is noticed too")
{
    for (const auto* key : {"meta", "page/services/000000", "page/devices/000000"}) {
        CAPTURE(key);
        Device device;
        device.labels("d1", "shop");
        device.passes_ms(3'000);
        device.is_killed();
        device.storage.damage().erase(key);
        device.opens();
        CHECK(device.store->ready());
        CHECK_FALSE(device.notices().empty());
        device.labels("d2", "works");
        device.reloads();
        CHECK(device.notices().empty());
        CHECK(device.sees("d2").label == "works");
    }
}

TEST_CASE("a storage where nothing can be read begins anew, and says so")
{
    Device device;
    device.labels("d1", "shop");
    device.is_killed();
    for (auto& [key, bytes] : device.storage.damage()) bytes = "?";
    device.opens();
    CHECK(device.notices() == "starts_anew");
    CHECK(same(device.state(), small()));
    device.reloads();
    CHECK(device.notices().empty());
}
