#include "table/table.hpp"

#include "table/hash.hpp"
#include "table/sample.hpp"

#include <doctest/doctest.h>

#include <set>
#include <thread>

#include <algorithm>
#include <map>

using sample::Random;
using sample::Thing;
using table::Table;

namespace {

using Reference = std::map<std::string, Thing>;

void check_same(const Table<Thing>& things, const Reference& reference)
{
    REQUIRE(things.size() == reference.size());
    for (const auto& [id, thing] : reference) REQUIRE(things.get({id}) == thing);
    for (std::uint32_t row = 0; row < things.size(); ++row) REQUIRE(things.find(things.row(row).id) == row);
}

// A random change to the table and, if given, to the reference.
void change(Random& random, Table<Thing>& things, Reference* reference, std::uint64_t ids)
{
    const auto id = "id" + std::to_string(random.below(ids));
    if (random.once_in(3)) {
        things.erase({id});
        if (reference) reference->erase(id);
    } else {
        const auto thing = random.thing(id);
        things.put(thing);
        if (reference) reference->insert_or_assign(id, thing);
    }
}

Table<Thing> filled(Random& random, std::uint32_t count)
{
    Table<Thing> things;
    for (std::uint32_t n = 0; n < count; ++n) things.put(random.thing("id" + std::to_string(n)));
    return things;
}

}  // namespace

TEST_CASE("a table holds what a map holds, whatever is put and erased")
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Random       random(seed);
        Table<Thing> things;
        Reference    reference;
        for (int step = 0; step < 500; ++step) change(random, things, &reference, 1 + random.below(200));
        check_same(things, reference);
    }
}

TEST_CASE("a table of several pages holds what a map holds")
{
    Random       random(7);
    Table<Thing> things;
    Reference    reference;
    for (int n = 0; n < 17000; ++n) {
        const auto thing = random.thing("id" + std::to_string(n));
        things.put(thing);
        reference[thing.id.value] = thing;
    }
    REQUIRE(things.page_count() == 3);
    for (int step = 0; step < 5000; ++step) change(random, things, &reference, 17000);
    check_same(things, reference);
}

TEST_CASE("each of many rows that were adopted at once is found by its id, and of rows with one id the first")
{
    using table::page_rows;
    constexpr std::uint32_t pages = 9;  // more than are indexed one by one
    Random                  random(4);
    Table<Thing>            things;
    for (std::uint32_t number = 0; number < pages * page_rows; ++number) {
        Thing thing;
        thing.id = {"id" + std::to_string(number)};
        things.put(thing);
    }
    Table<Thing> again;
    for (std::uint32_t page = 0; page < pages; ++page) again.adopt(things.rows().pages()[page]);
    again.adopt(things.rows().pages()[3]);
    for (std::uint32_t number = 0; number < pages * page_rows; ++number)
        REQUIRE(again.find({"id" + std::to_string(number)}) == number);
    REQUIRE_FALSE(again.contains({"nobody"}));

    // It can be changed as before.
    again.put(random.thing("id5"));
    again.put(random.thing("new"));
    CHECK(again.find({"id5"}) == 5);
    CHECK(again.find({"new"}) == (pages + 1) * page_rows);
}

TEST_CASE("rows stand in the order they came, and the last one takes the place of an erased one")
{
    Random random(1);
    auto   things = filled(random, 4);
    things.erase({"id1"});
    std::vector<std::string> ids;
    for (const Thing& thing : things) ids.push_back(thing.id.value);
    CHECK(ids == std::vector<std::string>{"id0", "id3", "id2"});
}

TEST_CASE("putting what is already there changes nothing")
{
    Random random(2);
    auto   things   = filled(random, 10);
    auto   revision = things.revision();
    things.clear_dirty();
    CHECK_FALSE(things.put(*things.get({"id3"})));
    CHECK_FALSE(things.erase({"nobody"}));
    CHECK(things.revision() == revision);
    CHECK(things.dirty_pages().empty());
}

TEST_CASE("equal revisions mean equal rows, also across tables")
{
    Random random(3);
    auto   things = filled(random, 10);
    auto   copy   = things;
    CHECK(copy.revision() == things.revision());
    things.put(random.thing("one"));
    copy.put(random.thing("two"));
    CHECK(copy.revision() != things.revision());
}

TEST_CASE("only pages that changed are to be stored again")
{
    Random random(4);
    auto   things = filled(random, 3 * table::page_rows);
    CHECK(things.dirty_pages() == std::vector<std::uint32_t>{0, 1, 2});
    things.clear_dirty();

    SUBCASE("one edit is one page")
    {
        things.put(random.thing("id9000"));
        CHECK(things.dirty_pages() == std::vector<std::uint32_t>{1});
    }
    SUBCASE("an erased row is its page and the last one")
    {
        things.erase({"id3"});
        CHECK(things.dirty_pages() == std::vector<std::uint32_t>{0, 2});
    }
    SUBCASE("a page that is no more is named too, to be deleted")
    {
        for (int n = 0; n < 8200; ++n) things.erase(things.row(things.size() - 1).id);
        CHECK(things.page_count() == 2);
        CHECK(things.dirty_pages() == std::vector<std::uint32_t>{1, 2});
    }
    SUBCASE("a cleared table deletes them all")
    {
        things.clear();
        CHECK(things.dirty_pages() == std::vector<std::uint32_t>{0, 1, 2});
    }
}

TEST_CASE("a page tells when it last changed")
{
    Random     random(5);
    auto       things = filled(random, 2 * table::page_rows);
    const auto before = things.rows().pages()[1].revision;
    things.put(random.thing("id5"));
    CHECK(things.rows().pages()[0].revision == things.revision());
    CHECK(things.rows().pages()[1].revision == before);
}

TEST_CASE("undoing brings every row back to its place, and makes nothing dirty")
{
    Random     first(1);
    const auto nearly_a_page = filled(first, table::page_rows - 20);
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        // Near a page boundary, so that pages are added and removed.
        auto things = nearly_a_page;
        for (auto left = random.below(40); left > 0; --left) things.put(random.thing("more" + std::to_string(left)));
        things.clear_dirty();
        if (random.once_in(2)) things.put(random.thing("id1"));
        const auto before = things;
        const auto dirty  = things.dirty_pages();

        table::Journal journal;
        things.record_into(&journal);
        for (int step = 0; step < 100; ++step) change(random, things, nullptr, random.once_in(2) ? 8300 : 30);
        CHECK(things.dirty_pages() == dirty);
        journal.undo();
        things.record_into(nullptr);

        CHECK(equal(things, before));
        CHECK(things.dirty_pages() == dirty);
        for (std::uint32_t row = 0; row < things.size(); row += 7)
            REQUIRE(things.find({std::string(things.text_at(0, row))}) == row);
    }
}

TEST_CASE("a part of the changes can be undone, over several tables and what lies beside them")
{
    Random         random(6);
    auto           things = filled(random, 10), others = filled(random, 10);
    std::string    beside = "before";
    table::Journal journal;
    things.record_into(&journal);
    others.record_into(&journal);

    things.erase({"id1"});
    const auto one_erased = things;
    const auto mark       = journal.mark();
    others.put(random.thing("new"));
    journal.keep(beside);
    beside = "after";
    things.erase({"id2"});

    journal.undo_to(mark);
    CHECK(equal(things, one_erased));
    CHECK(others.size() == 10);
    CHECK(beside == "before");
    journal.undo();
    CHECK(things.size() == 10);
    CHECK(journal.empty());
}

TEST_CASE("a copy of a table does not write into its original's journal")
{
    Random         random(8);
    auto           things = filled(random, 3);
    table::Journal journal;
    things.record_into(&journal);
    auto copy = things;
    copy.erase({"id1"});
    CHECK(journal.empty());
}

TEST_CASE("a value can be read without making the row")
{
    Random     random(9);
    auto       things = filled(random, 5);
    const auto thing  = things.row(3);
    CHECK(things.text_at(Table<Thing>::column("name"), 3) == thing.name);
    CHECK(things.text_at(Table<Thing>::column("owner"), 3) == thing.owner.value);
    CHECK(things.number_at(Table<Thing>::column("begins"), 3) == thing.begins.days);
    CHECK(things.number_at(Table<Thing>::column("price"), 3) == thing.price.cents);
}

TEST_CASE("words that came and went do not fill a page up")
{
    Random random(10);
    auto   things = filled(random, 3);
    for (int n = 0; n < 70000; ++n) {
        auto thing        = *things.get({"id1"});
        thing.owner.value = "owner " + std::to_string(n);
        things.put(thing);
    }
    CHECK(things.get({"id1"})->owner.value == "owner 69999");
    CHECK(things.rows().memory() < 4'000'000);
}

TEST_CASE("a row number that is followed through the moves always means the row of the same id")
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Random         random(seed);
        auto           things = filled(random, 60);
        table::Journal journal;
        if (random.once_in(2)) things.record_into(&journal);

        // 1. Remembers the numbers and ids of all rows.
        std::map<std::uint32_t, std::string> kept;
        for (std::uint32_t row = 0; row < things.size(); ++row) kept[row] = things.text_at(0, row);
        const auto mark = things.rows().moves().mark();

        // 2. Changes rows at random, and undoes some changes.
        for (int step = 0; step < 80; ++step) change(random, things, nullptr, 100);
        if (random.once_in(2)) journal.undo();

        // 3. Following the moves from each number leads to the same row; a row that was removed may have been added
        // again as a new one.
        const auto moves = things.rows().moves().since(mark);
        REQUIRE(moves);
        for (const auto& move : *moves) {
            auto moved = kept.extract(move.from);
            if (!moved || move.to == table::Move::gone) continue;
            moved.key() = move.to;
            REQUIRE(kept.insert(std::move(moved)).inserted);
        }
        for (const auto& [row, id] : kept) REQUIRE(things.text_at(0, row) == id);
        CHECK(things.rows().moves().since(things.rows().moves().mark())->empty());
    }
}

TEST_CASE("row numbers of another table, or of too long ago, cannot be followed")
{
    Random     random(1);
    auto       things = filled(random, 10);
    const auto mark   = things.rows().moves().mark();
    CHECK_FALSE(filled(random, 10).rows().moves().since(mark));

    auto copy = things;
    copy.erase({"id3"});
    things.erase({"id4"});
    CHECK(copy.rows().moves().since(mark)->size() == 2);
    CHECK_FALSE(things.rows().moves().since(copy.rows().moves().mark()));

    for (int step = 0; step < 20'000; ++step) {
        things.put(random.thing("id5"));
        things.erase({"id5"});
    }
    CHECK_FALSE(things.rows().moves().since(mark));
    things.clear();
    CHECK(things.rows().moves().since(things.rows().moves().mark())->empty());
}

TEST_CASE("tables of several threads have no revision in common")
{
    std::vector<std::vector<std::uint64_t>> seen(4);
    std::vector<std::thread>                threads;
    for (auto& mine : seen)
        threads.emplace_back([&mine] {
            Table<Thing> things;
            for (int n = 0; n < 2'000; ++n) {
                things.put({.id = {"id" + std::to_string(n)}});
                mine.push_back(things.revision());
            }
        });
    for (auto& thread : threads) thread.join();
    std::set<std::uint64_t> all;
    for (const auto& mine : seen) all.insert(mine.begin(), mine.end());
    CHECK(all.size() == 8'000);
}

TEST_CASE(
    "rows are found whatever their ids are hashed with, and the checksum of what is stored does not change with it")
{
    Table<Thing> plain, seeded;
    const auto   fill = [](Table<Thing>& things) {
        for (int n = 0; n < 5'000; ++n)
            things.put({.id = {"id" + std::to_string(n)}, .owner = {"owner " + std::to_string(n % 300)}});
    };
    fill(plain);
    const auto before = table::hash_in_memory("id1");
    table::seed_hashes(0x1234'5678'9abc'def0);
    fill(seeded);
    for (int n = 0; n < 5'000; n += 2) seeded.erase({"id" + std::to_string(n)});
    for (int n = 0; n < 5'000; ++n) CHECK(seeded.get({"id" + std::to_string(n)}).has_value() == (n % 2 == 1));
    CHECK(table::hash_in_memory("id1") != before);
    CHECK(table::hash("id1") == before);
    table::seed_hashes(0);
    CHECK(plain.contains({"id4999"}));
}
