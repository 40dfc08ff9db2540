#include "table/pages.hpp"

#include "table/hash.hpp"
#include "table/numbers.hpp"
#include "table/sample.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace table;
using sample::Random;
using sample::Thing;

namespace {

Table<Thing> filled(Random& random, std::uint64_t count)
{
    Table<Thing> things;
    for (std::uint64_t n = 0; n < count; ++n) things.put(random.thing("id" + std::to_string(n)));
    return things;
}

ReadPage read(std::string_view bytes) { return read_page(bytes, schema_of<Thing>(), 3); }

// The same struct in a later program: one field fewer, one more, in another order.
struct Later {
    base::Id<Later> id      = {};
    std::string     comment = {};
    std::string     name    = {};
    sample::Colour  colour  = sample::Colour::red;
};
template <class Visit>
constexpr void fields(Visit&& visit, Later& later)
{
    visit("id", later.id);
    visit("comment", later.comment);
    visit("name", later.name);
    visit("colour", later.colour);
}

// And in a program that has numbers where there were texts.
struct Other {
    base::Id<Other> id   = {};
    std::int64_t    name = 0;
};
template <class Visit>
constexpr void fields(Visit&& visit, Other& other)
{
    visit("id", other.id);
    visit("name", other.name);
}

// A field of each kind with a default that is not zero.
struct Eager {
    base::Id<Eager>          id                             = {};
    bool                     locked                         = true;
    sample::Colour           colour                         = sample::Colour::blue;
    std::int32_t             years                          = 3;
    std::int64_t             bytes                          = -5;
    base::Date               on                             = {20'000};
    base::Instant            at                             = {1'700'000'000'000};
    base::Money              price                          = {1200};
    std::string              name                           = "name";
    base::InternedText       owner                          = {"owner"};
    base::Id<Thing>          about                          = {"about"};
    std::vector<std::string> servers                        = {"ns1", "ns2"};
    sample::Party            maker                          = {.name = "maker", .floors = 7};
    sample::Detail           detail                         = sample::Rented{4, {.name = "to"}, {"paper"}};
    bool                     operator==(const Eager&) const = default;
};
template <class Visit>
constexpr void fields(Visit&& visit, Eager& e)
{
    visit("id", e.id);
    visit("locked", e.locked);
    visit("colour", e.colour);
    visit("years", e.years);
    visit("bytes", e.bytes);
    visit("on", e.on);
    visit("at", e.at);
    visit("price", e.price);
    visit("name", e.name);
    visit("owner", e.owner);
    visit("about", e.about);
    visit("servers", e.servers);
    visit("maker", e.maker);
    visit.choice("detail", e.detail);
}

// The same struct before those fields were added.
struct Early {
    base::Id<Early> id = {};
};
template <class Visit>
constexpr void fields(Visit&& visit, Early& e)
{
    visit("id", e.id);
}

// A page with these ids, valid or not.
Page page_of(const std::vector<std::string>& ids)
{
    Page page;
    page.columns.emplace_back(ColumnType::text);
    for (const auto& id : ids) page.columns[0].push({0, id});
    page.rows = static_cast<std::uint32_t>(ids.size());
    return page;
}

}  // namespace

TEST_CASE("a page comes back as it was stored")
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Random       random(seed);
        const auto   things = filled(random, 1 + random.below(300));
        const auto   bytes  = write_page(things.rows(), 0, 3);
        auto         back   = read(bytes);
        Table<Thing> again;
        REQUIRE(back.damage == Damage::none);
        CHECK_FALSE(back.older);
        again.adopt(std::move(back.page));
        CHECK(equal(again, things));
        CHECK(again.dirty_pages().empty());
        for (std::uint32_t row = 0; row < things.size(); ++row) REQUIRE(again.find(things.row(row).id) == row);
        CHECK(write_page(again.rows(), 0, 3) == bytes);
    }
}

TEST_CASE("a table of several pages comes back page by page")
{
    Random       random(1);
    const auto   things = filled(random, 2 * page_rows + 100);
    Table<Thing> again;
    for (std::uint32_t page = 0; page < things.page_count(); ++page)
        again.adopt(read(write_page(things.rows(), page, 3)).page);
    CHECK(equal(again, things));
    CHECK(again.get({"id9000"}) == things.get({"id9000"}));

    // It can be changed as before.
    again.put(random.thing("id5"));
    again.erase({"id8200"});
    CHECK(again.dirty_pages() == std::vector<std::uint32_t>{0, 1, 2});
    CHECK_FALSE(again.contains({"id8200"}));
}

TEST_CASE("where a page was lost, the rows of the others close up and are stored anew")
{
    Random       random(2);
    const auto   things = filled(random, 2 * page_rows + 100);
    Table<Thing> rest;
    for (const std::uint32_t page : {2U, 0U, 1U}) rest.adopt(read(write_page(things.rows(), page, 3)).page);
    CHECK(rest.size() == things.size());
    for (const std::uint32_t row : {0U, 100U, 8191U, 8192U, 16383U, 16384U, 16483U})
        CHECK(rest.get(things.row(row).id) == things.row(row));
    CHECK(rest.dirty_pages() == std::vector<std::uint32_t>{0, 1, 2});
}

TEST_CASE("any damaged byte of a page is noticed")
{
    Random     random(3);
    const auto bytes = write_page(filled(random, 40).rows(), 0, 3);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto damaged = bytes;
        damaged[at]  = static_cast<char>(damaged[at] ^ static_cast<char>(1 + random.below(255)));
        REQUIRE(read(damaged).damage != Damage::none);
    }
    for (std::size_t length = 0; length < bytes.size(); ++length)
        REQUIRE(read(std::string_view(bytes).substr(0, length)).damage != Damage::none);
    CHECK(read(bytes + '\0').damage == Damage::checksum);
    CHECK(read(bytes.substr(1)).damage == Damage::not_a_page);
    CHECK(read("").damage == Damage::not_a_page);
}

TEST_CASE("a page whose checksum was made to fit is still not believed")
{
    Random            random(4);
    const auto        whole   = write_page(filled(random, 20).rows(), 0, 3);
    const std::size_t content = whole.size() - sizeof(std::uint64_t);
    int               refused = 0;
    for (int step = 0; step < 5000; ++step) {
        auto bytes = whole.substr(0, content);
        for (auto left = 1 + random.below(3); left > 0; --left)
            bytes[random.below(content)] = static_cast<char>(random.below(256));
        if (random.once_in(5)) bytes.resize(random.below(content));
        const auto sum = hash(bytes);
        bytes.append(reinterpret_cast<const char*>(&sum), sizeof sum);
        auto back = read(bytes);
        if (back.damage != Damage::none) {
            ++refused;
            continue;
        }
        // Wrong values are possible, invalid memory access is not: every row can be read.
        Table<Thing> things;
        things.adopt(std::move(back.page));
        for (const Thing& thing : things) REQUIRE(thing.name.size() < bytes.size());
    }
    CHECK(refused > 250);
}

TEST_CASE("a page of a newer program is told from a damaged one")
{
    Random     random(5);
    const auto things = filled(random, 3);
    CHECK(read(write_page(things.rows(), 0, 4)).damage == Damage::newer);
    CHECK(read(write_page(things.rows(), 0, 2)).damage == Damage::none);
    CHECK(read(write_page(things.rows(), 0, 2)).older);
}

TEST_CASE("fields that came later read as default values, fields that are gone are left out")
{
    Random       random(6);
    const auto   things = filled(random, 50);
    auto         back   = read_page(write_page(things.rows(), 0, 3), schema_of<Later>(), 3);
    Table<Later> later;
    REQUIRE(back.damage == Damage::none);
    later.adopt(std::move(back.page));
    for (std::uint32_t row = 0; row < things.size(); ++row) {
        CHECK(later.row(row).id.value == things.row(row).id.value);
        CHECK(later.row(row).name == things.row(row).name);
        CHECK(later.row(row).colour == things.row(row).colour);
        CHECK(later.row(row).comment.empty());
    }
    CHECK(read_page(write_page(things.rows(), 0, 3), schema_of<Other>(), 3).damage == Damage::contradictory);
}

TEST_CASE("each kind of field that a page lacks reads as the struct's own default, not as zero")
{
    Table<Early> early;
    for (const char* id : {"a", "b", "c"}) early.put({{id}});
    auto back = read_page(write_page(early.rows(), 0, 3), schema_of<Eager>(), 3);
    REQUIRE(back.damage == Damage::none);
    Table<Eager> eager;
    eager.adopt(std::move(back.page));
    REQUIRE(eager.size() == 3);
    for (const Eager& one : eager) CHECK(one == Eager{.id = one.id});

    // It can be changed like any other.
    auto changed   = eager.row(1);
    changed.owner  = {"else"};
    changed.detail = sample::Idle{};
    eager.put(changed);
    CHECK(eager.row(0) == Eager{.id = {"a"}});
    CHECK(eager.row(1) == changed);
}

TEST_CASE("a number beyond its bounds reads as the nearest within them, and what has no bounds as it is")
{
    Table<Thing> things;
    things.put({.id       = {"low"},
                .years    = -1,
                .bytes    = std::numeric_limits<std::int64_t>::min(),
                .begins   = {std::numeric_limits<std::int32_t>::min()},
                .asked_at = {std::numeric_limits<std::int64_t>::min()},
                .price    = {std::numeric_limits<std::int64_t>::min()}});
    things.put({.id       = {"high"},
                .years    = std::numeric_limits<std::int32_t>::max(),
                .bytes    = std::numeric_limits<std::int64_t>::max(),
                .begins   = {std::numeric_limits<std::int32_t>::max()},
                .asked_at = {std::numeric_limits<std::int64_t>::max()},
                .price    = {std::numeric_limits<std::int64_t>::max()}});
    Table<Thing> again;
    again.adopt(read(write_page(things.rows(), 0, 3)).page);
    CHECK(again.row(0) == Thing{.id       = {"low"},
                                .years    = 0,
                                .bytes    = std::numeric_limits<std::int64_t>::min(),
                                .begins   = base::date(1900, 1, 1),
                                .asked_at = *base::parse_instant("1900-01-01T00:00:00Z"),
                                .price    = {-1'000'000'000'000}});
    CHECK(again.row(1) == Thing{.id       = {"high"},
                                .years    = 100,
                                .bytes    = std::numeric_limits<std::int64_t>::max(),
                                .begins   = base::date(2999, 12, 31),
                                .asked_at = *base::parse_instant("2999-12-31T23:59:59.999Z"),
                                .price    = {1'000'000'000'000}});
}

TEST_CASE("an id that stands twice is noticed, in one page and in two")
{
    const auto repeats = [](const std::vector<std::vector<std::string>>& pages) {
        Rows rows(schema_of<Early>());
        for (const auto& ids : pages) rows.adopt(page_of(ids));
        return rows.repeats_an_id();
    };
    std::vector<std::string> full;
    for (std::uint32_t row = 0; row < page_rows; ++row) full.push_back("id" + std::to_string(row));
    CHECK_FALSE(repeats({}));
    CHECK_FALSE(repeats({{"a", "b", "c"}}));
    CHECK(repeats({{"a", "b", "a"}}));
    CHECK_FALSE(repeats({full, {"a"}}));
    CHECK(repeats({full, {"id8191"}}));
    full[0] = "id1";
    CHECK(repeats({full}));
    // Enough rows for the index to be built in parts.
    std::vector<std::vector<std::string>> many;
    for (int page = 0; page < 10; ++page) {
        many.emplace_back();
        for (std::uint32_t row = 0; row < page_rows; ++row)
            many.back().push_back("id" + std::to_string(page) + "-" + std::to_string(row));
    }
    CHECK_FALSE(repeats(many));
    many[9][17] = many[2][4711];
    CHECK(repeats(many));
}

TEST_CASE("a word that is a part of its own column's bytes is taken, also when words of no row are dropped for it")
{
    Column column(ColumnType::word);
    column.push({0, "kept as it is, and long enough to lie elsewhere"});
    column.push({});
    for (int word = 0; word < 0xfff0 - 2; ++word) column.set(1, {0, "word " + std::to_string(word)});
    column.set(1, {0, column.text(0).substr(5, 8)});
    CHECK(column.text(0) == "kept as it is, and long enough to lie elsewhere");
    CHECK(column.text(1) == "as it is");
    CHECK(column.words() == 3);  // and row 1's previous one
}

TEST_CASE("what all rows of a page say is stored once, and days that lie near each other take two bytes")
{
    const auto size = [](std::int32_t rows, std::int32_t apart) {
        std::vector<std::int32_t> days;
        for (std::int32_t row = 0; row < rows; ++row) days.push_back(20'000 + row * apart);
        std::string bytes;
        write_numbers<std::int32_t>(bytes, days);
        return bytes.size();
    };
    CHECK(size(8000, 0) == 3);
    CHECK(size(8000, 7) == 3 + 2 * 8000);
    CHECK(size(200, 1) == 3 + 200);
}

TEST_CASE("numbers of any size come back as they were stored, and nothing else is taken for them")
{
    const auto comes_back = []<class Item>(std::vector<Item> items) {
        std::string bytes;
        write_numbers<Item>(bytes, items);
        std::string_view  rest = bytes;
        std::vector<Item> back;
        REQUIRE(read_numbers(rest, back, items.size()));
        CHECK(rest.empty());
        CHECK(back == items);
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            rest = std::string_view(bytes).substr(0, length);
            CHECK_FALSE(read_numbers(rest, back, items.size()));
        }
    };
    using Int = std::numeric_limits<std::int32_t>;
    using Big = std::numeric_limits<std::int64_t>;
    comes_back(std::vector<std::int32_t>{});
    comes_back(std::vector<std::int32_t>{Int::min(), Int::max(), 0});
    comes_back(std::vector<std::int64_t>{Big::min(), Big::max(), 0, -1});
    comes_back(std::vector<std::int64_t>{Big::min()});
    comes_back(std::vector<std::uint16_t>{0xffff, 0});
    comes_back(std::vector<std::uint32_t>{0xffff'ffff, 0x8000'0000, 1});
    sample::Random random(7);
    for (int step = 0; step < 200; ++step) {
        std::vector<std::int64_t> items;
        const auto                shift = random.below(64);
        for (auto left = random.below(20); left > 0; --left)
            items.push_back(static_cast<std::int64_t>(random.below(~std::uint64_t{0}) >> shift) - 100);
        comes_back(items);
    }

    // 300 does not fit a byte; 3 bytes are not a valid width.
    const auto refused = [](std::string bytes, auto item) {
        std::vector<decltype(item)> back;
        std::string_view            rest = bytes;
        return !read_numbers(rest, back, 1);
    };
    CHECK(refused(std::string("\x20\x2c\x01", 3), std::uint8_t{}));
    CHECK(refused(std::string("\x21\xff\x00\x01", 4), std::uint8_t{}));
    CHECK(refused(std::string("\x10\xff", 2), std::uint16_t{}));  // -1
    CHECK(refused(std::string("\x30\x01\x01\x01", 4), std::int32_t{}));
    CHECK(refused(std::string("\x03\x01\x01\x01", 4), std::int32_t{}));
    CHECK_FALSE(refused(std::string("\x20\x2c\x01", 3), std::int32_t{}));
}

TEST_CASE("the checksum is XXH64")
{
    CHECK(hash("") == 0xef46db3751d8e999ULL);
    CHECK(hash("a") == 0xd24ec4f1a98c6e5bULL);
    CHECK(hash("abc") == 0x44bc2cf5ad770999ULL);
    CHECK(hash("Nobody inspects the spammish repetition") == 0xfbcea83c8a378bf1ULL);
}
