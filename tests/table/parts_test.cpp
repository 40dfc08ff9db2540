// Nested structs, and variants of structs, as columns.
#include "table/pages.hpp"
#include "table/sample.hpp"
#include "table/table.hpp"

#include <doctest/doctest.h>

using namespace table;
using sample::Detail;
using sample::Idle;
using sample::Party;
using sample::Rented;
using sample::Sold;
using sample::Thing;

namespace {

std::vector<std::string> names()
{
    std::vector<std::string> names;
    for (const auto& column : schema_of<Thing>().columns) names.push_back(column.name);
    return names;
}

Value value(const Table<Thing>& things, std::string_view column, std::uint32_t row = 0)
{
    return things.rows().at(Table<Thing>::column(column), row);
}

Thing rented()
{
    Thing thing{.id = {"1"}, .name = "boat"};
    thing.maker  = {.name = "Yard", .city = "Brest", .owes = {500}, .floors = 0};
    thing.detail = Rented{2, {.name = "Camille"}, {"a", "b"}};
    return thing;
}

}  // namespace

TEST_CASE("parts of a struct have columns of their own, named by the way to them, where the part stands")
{
    CHECK(names() == std::vector<std::string>{"id",
                                              "colour",
                                              "name",
                                              "owner",
                                              "locked",
                                              "years",
                                              "bytes",
                                              "begins",
                                              "asked_at",
                                              "price",
                                              "price.currency",
                                              "linked_to",
                                              "servers",
                                              "maker.name",
                                              "maker.city",
                                              "maker.colour",
                                              "maker.owes",
                                              "maker.owes.currency",
                                              "maker.floors",
                                              "detail",
                                              "detail.rented.years",
                                              "detail.rented.to.name",
                                              "detail.rented.to.city",
                                              "detail.rented.to.colour",
                                              "detail.rented.to.owes",
                                              "detail.rented.to.owes.currency",
                                              "detail.rented.to.floors",
                                              "detail.rented.papers",
                                              "detail.sold.on",
                                              "detail.sold.to",
                                              "unknown"});
    CHECK(ColumnCounter::of<Thing>() == names().size());
}

TEST_CASE("a choice is stored as the number of what is held, and what is not held as default values")
{
    Table<Thing> things;
    things.put(rented());
    CHECK(value(things, "detail").number == 1);
    CHECK(value(things, "detail.rented.years").number == 2);
    CHECK(value(things, "detail.rented.to.name").text == "Camille");
    CHECK(value(things, "detail.rented.to.city").text == "Paris");
    CHECK(value(things, "detail.sold.to").text == "nobody");
    CHECK(value(things, "detail.sold.on").number == 0);
    CHECK(value(things, "maker.city").text == "Brest");

    auto thing   = rented();
    thing.detail = Sold{{20'000}, {"Dominique"}};
    things.put(thing);
    CHECK(value(things, "detail").number == 2);
    CHECK(value(things, "detail.rented.years").number == 1);
    CHECK(value(things, "detail.rented.to.name").text.empty());
    CHECK(value(things, "detail.rented.papers").text.empty());
    CHECK(value(things, "detail.sold.to").text == "Dominique");
    CHECK(things.row(0) == thing);

    thing.detail = Idle{};
    things.put(thing);
    CHECK(value(things, "detail").number == 0);
    CHECK(value(things, "detail.sold.to").text == "nobody");
    CHECK(things.row(0) == thing);
}

TEST_CASE("a row that changes only in a part is another row, and the journal takes it back")
{
    Table<Thing> things;
    things.put(rented());
    CHECK_FALSE(things.put(rented()));
    Journal journal;
    things.record_into(&journal);
    auto thing                             = rented();
    std::get<Rented>(thing.detail).to.city = "Lyon";
    CHECK(things.put(thing));
    thing.detail = Sold{};
    CHECK(things.put(thing));
    journal.undo();
    CHECK(things.row(0) == rented());
}

TEST_CASE("some columns alone are read, with all parts of a field where it has any, and the others left as they are")
{
    Table<Thing> things;
    things.put(rented());
    const auto& schema = schema_of<Thing>();
    CHECK(schema.bits_of("name") == std::uint64_t{1} << 2);
    CHECK(schema.bits_of("price") == std::uint64_t{3} << 9);
    CHECK(schema.bits_of("maker") == std::uint64_t{0x3f} << 13);
    CHECK(schema.bits_of("detail") == std::uint64_t{0x7ff} << 19);
    CHECK(schema.bits_of("detail.sold") == std::uint64_t{3} << 28);
    CHECK(schema.bits_of("mak") == 0);

    Thing row{.name = "before"};
    things.read(0, schema.bits_of("maker"), row);
    CHECK(row == Thing{.name = "before", .maker = rented().maker});
    things.read(0, schema.bits_of("detail"), row);
    CHECK(row == Thing{.name = "before", .maker = rented().maker, .detail = rented().detail});

    // Fields of an alternative that the row does not hold are ignored.
    row.detail = Sold{{1}, {"A"}};
    things.read(0, schema.bits_of("detail.rented.years"), row);
    CHECK(row.detail == Detail(Sold{{1}, {"A"}}));
    // Reading only the choice sets which alternative is held.
    things.read(0, std::uint64_t{1} << schema.find("detail"), row);
    CHECK(row.detail == Detail(Rented{}));
}

TEST_CASE("a page whose choice holds what this program does not know is refused")
{
    Table<Thing> things;
    things.put(rented());
    auto schema = schema_of<Thing>();
    CHECK(read_page(write_page(things.rows(), 0, 1), schema, 1).damage == Damage::none);
    schema.columns[schema.find("detail")].limit = 1;
    CHECK(read_page(write_page(things.rows(), 0, 1), schema, 1).damage == Damage::contradictory);
}
