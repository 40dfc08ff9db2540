#include "table/index.hpp"

#include "table/sample.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using sample::Random;
using sample::Thing;
using table::Index;
using table::Table;

namespace {

const auto linked = Table<Thing>::column("linked_to");

std::vector<std::uint32_t> by_looking_at_all(const Table<Thing>& things, std::string_view key)
{
    std::vector<std::uint32_t> found;
    for (std::uint32_t row = 0; row < things.size(); ++row)
        if (!key.empty() && things.text_at(linked, row) == key) found.push_back(row);
    return found;
}

void change(Random& random, Table<Thing>& things)
{
    const auto id = "id" + std::to_string(random.below(60));
    if (random.once_in(3)) things.erase({id});
    else things.put(random.thing(id));
}

Thing linked_thing(std::uint32_t number, std::string key)
{
    Thing thing;
    thing.id.value        = "t" + std::to_string(number);
    thing.linked_to.value = std::move(key);
    return thing;
}

}  // namespace

TEST_CASE("an index finds the rows that looking at all of them finds, however the table changes, undone changes too")
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Random         random(seed);
        Table<Thing>   things;
        Index          index(linked);
        table::Journal journal;
        for (int step = 0; step < 200; ++step) {
            if (random.once_in(12)) {
                things.record_into(&journal);
                for (auto left = random.below(6); left > 0; --left) change(random, things);
                if (random.once_in(2)) index.rows_of(things.rows(), "id1");
                journal.undo();
                things.record_into(nullptr);
            } else change(random, things);
            if (random.once_in(50)) things.clear();
            if (random.once_in(40)) {
                const auto copy = things;
                things          = copy;
            }
            if (!random.once_in(3)) continue;
            const auto key = random.once_in(20) ? std::string() : "id" + std::to_string(random.below(50));
            REQUIRE(index.rows_of(things.rows(), key) == by_looking_at_all(things, key));
            REQUIRE(index.any_of(things.rows(), key).has_value() == !by_looking_at_all(things, key).empty());
        }
    }
}

TEST_CASE("after a change an index looks at the changed row alone, however many rows share its key")
{
    Table<Thing>            things;
    constexpr std::uint32_t many = 20'000;
    for (std::uint32_t number = 0; number < many; ++number)
        things.put(linked_thing(number, number % 2 ? "odd" : "even"));
    Index index(linked);
    CHECK(index.rows_of(things.rows(), "odd").size() == many / 2);
    CHECK(index.rows_read() == many);

    things.put(linked_thing(7, "even"));
    CHECK(index.rows_of(things.rows(), "even").size() == many / 2 + 1);
    CHECK(index.rows_read() == many + 1);
    things.erase({"t8"});
    CHECK(index.rows_of(things.rows(), "even").size() == many / 2);
    CHECK(index.rows_read() <= many + 3);  // the last row has moved into its place
}
