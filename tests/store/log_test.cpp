// The log: an edit is stored at once as a small record, and later in its page.
#include "exchange/changes.hpp"
#include "model/properties.hpp"
#include "store/device.hpp"
#include "store/disk/entries.hpp"

#include <map>
#include <type_traits>

using namespace account;

namespace {

std::size_t count(const MemoryStorage& storage, std::string_view prefix)
{
    std::size_t found = 0;
    for (const auto& [key, bytes] : storage.contents()) found += key.starts_with(prefix);
    return found;
}

State large()
{
    State state;
    for (int n = 0; n < 20'000; ++n)
        state.services.put(domain("d" + std::to_string(n), "example-" + std::to_string(n) + ".com", in(100)));
    return state;
}

// The same rows ordered by id.
State by_id(const State& state)
{
    State sorted;
    for_each_table(state, [&]<class T>(std::string_view name, const table::Table<T>& from) {
        std::map<std::string, T> rows;
        for (const T& row : from) rows[row.id.value] = row;
        for_each_table(sorted, [&](std::string_view other, auto& to) {
            if constexpr (std::is_same_v<std::decay_t<decltype(to)>, table::Table<T>>)
                if (name == other)
                    for (const auto& [id, row] : rows) to.put(row);
        });
    });
    return sorted;
}

}  // namespace

TEST_CASE("an edit is stored as a record whose size does not depend on how many services there are")
{
    std::size_t sizes[2] = {};
    for (const bool is_large : {false, true}) {
        Device device;
        device.store->replace(is_large ? large() : small());
        const auto pages = device.storage.contents();
        device.labels("d1", "shop");
        REQUIRE(count(device.storage, "log/") == 1);
        for (const auto& [key, bytes] : device.storage.contents()) {
            if (key.starts_with("page/")) CHECK(pages.at(key) == bytes);
            if (key.starts_with("log/")) sizes[is_large ? 1 : 0] = bytes.size();
        }
        device.reloads();
        CHECK(device.sees("d1").label == "shop");
    }
    CHECK(sizes[1] < sizes[0] + 64);
}

TEST_CASE("once the customer pauses, pages are written and the log is empty; a reload shows the same")
{
    Device device;
    device.labels("d1", "one");
    device.labels("d2", "two");
    CHECK(count(device.storage, "log/") == 2);
    device.passes_ms(2'500);
    CHECK(count(device.storage, "log/") == 0);
    const auto shown = device.state();
    device.reloads();
    CHECK(same(device.state(), shown));
    device.labels("d1", "three");
    device.reloads();
    CHECK(device.sees("d1").label == "three");
    CHECK(device.sees("d2").label == "two");
}

TEST_CASE("what is written in the background is nothing that a screen would have to draw")
{
    Device device;
    device.labels("d1", "one");
    const auto shown = device.times_changed;
    REQUIRE(count(device.storage, "log/") == 1);
    device.passes_ms(2'500);
    CHECK(count(device.storage, "log/") == 0);
    CHECK(device.store->settled());
    CHECK(device.times_changed == shown);
}

TEST_CASE("a log that was left behind is put into pages after the next opening")
{
    Device device;
    device.labels("d1", "one");
    device.reloads();
    CHECK(count(device.storage, "log/") == 1);
    device.passes_ms(1'000);
    CHECK(count(device.storage, "log/") == 0);
    device.reloads();
    CHECK(device.sees("d1").label == "one");
}

TEST_CASE("a customer who never pauses does not let the log grow without end")
{
    Device device;
    for (int edit = 0; edit < 1'000; ++edit) {
        device.labels("d1", "edit " + std::to_string(edit));
        device.passes_ms(100);
    }
    CHECK(count(device.storage, "log/") <= 256);
    device.reloads();
    CHECK(device.sees("d1").label == "edit 999");
}

TEST_CASE("a change of more rows than are logged is stored as pages")
{
    Device device;
    device.initial = large();
    device.store->begin_anew();
    device.advance_clock(200 * base::ms_per_day);  // everything expires at once
    CHECK(count(device.storage, "log/") == 0);
    const auto shown = device.state();
    device.reloads();
    CHECK(same(device.state(), shown));
}

TEST_CASE("a cut of power loses nothing that was stored, and nothing is done twice after it")
{
    Device device;
    device.labels("d1", "shop");
    device.asks(renewal(device.state(), "d2"));
    device.storage.crash(true);
    device.opens();
    CHECK(device.notices().empty());
    CHECK(device.sees("d1").label == "shop");
    device.lets_the_host_finish();
    CHECK(operations_of(device.state(), {"d2"}).size() == 1);
    CHECK(device.sees("d2").expires_on == base::years_after(in(80), 1));
}

TEST_CASE("a record does to the rows what was done to them, whatever that was")
{
    play_sequences(100, [](Random& random) {
        auto             before = random_account(random);
        exchange::Ledger ledger, other_ledger;
        store::all_pages(before, ledger);
        auto after = before;
        for (int round = 0; round < 5; ++round) {
            for (int step = random.below(12); step > 0; --step) {
                const auto id = "s" + std::to_string(random.below(30));
                if (random.once_in(4)) after.services.erase({id});
                else
                    after.services.put(
                        domain(id, "name" + std::to_string(random.below(1000)) + ".fr", in(random.below(300))));
                if (random.once_in(3)) ledger.settle("phone", static_cast<std::uint64_t>(step + 1), {});
            }
            const auto record = exchange::take_changes(after, ledger);
            CHECK_FALSE(record.too_large);
            if (record.bytes.empty()) continue;
            REQUIRE(exchange::replay(record.bytes, exchange::tables_of(before, other_ledger)) ==
                    exchange::Replayed::whole);
            CHECK(before.services.size() == after.services.size());
            for (const Service& one : after.services) CHECK(before.services.get(one.id) == one);
            CHECK(same_rows(by_id(before), by_id(after)));
            CHECK(equal(ledger.devices, other_ledger.devices));
            CHECK(equal(ledger.refused, other_ledger.refused));
        }
    });
}

TEST_CASE("a damaged record changes nothing, and the customer is told that something is missing")
{
    Device device;
    device.labels("d1", "kept");
    device.passes_ms(3'000);
    device.labels("d2", "lost");
    device.is_killed();
    for (auto& [key, bytes] : device.storage.damage())
        if (key.starts_with("log/")) bytes[bytes.size() / 2] ^= 1;
    device.opens();
    CHECK(device.notices() == "lost_changes");
    CHECK(device.sees("d1").label == "kept");
    CHECK(device.sees("d2").label.empty());
    device.labels("d2", "again");
    device.reloads();
    CHECK(device.notices().empty());
    CHECK(device.sees("d2").label == "again");
}

TEST_CASE("an entry that has vanished is missed, whichever it is")
{
    Device whole;
    whole.labels("d1", "one");
    whole.passes_ms(3'000);
    whole.labels("d1", "two");
    whole.store->set_online(false);
    whole.labels("d2", "waits");
    const auto contents = whole.storage.contents();
    for (const auto& [key, bytes] : contents) {
        const auto& name = key;  // clang 14 cannot capture a structured binding
        CAPTURE(name);
        Device device;
        device.is_killed();
        device.storage.damage() = contents;
        device.storage.damage().erase(key);
        device.storage.should_have(contents.size());
        device.opens();
        CHECK_FALSE(device.notices().empty());
        const auto left = device.state().services.row(0).id.value;
        device.labels(left.c_str(), "works");
        device.reloads();
        CHECK(device.notices().empty());
        CHECK(device.sees(left.c_str()).label == "works");
    }
}

TEST_CASE("what a storage hands over twice, because it failed half-way and was tried again, counts once")
{
    Device device;
    device.store->replace(large());
    device.labels("d1", "shop");
    device.store->set_online(false);
    device.labels("d2", "waits");
    std::vector<platform::Entry> all, first_few;
    for (const auto& [key, bytes] : device.storage.contents()) all.push_back({key, bytes});
    first_few.assign(all.begin(), all.end() - 1);

    store::Reading reading;
    reading.add(first_few);
    reading.add(all);
    const auto opened = reading.finish();
    CHECK_FALSE(opened.damaged());
    CHECK(opened.outbox.size() == 1);
    CHECK(opened.state.services.size() == 20'000);
}
