// Nested structs, and variants of structs, in JSON.
#include "base/format.hpp"
#include "codec/json.hpp"
#include "table/sample.hpp"

#include <doctest/doctest.h>

using sample::Idle;
using sample::Rented;
using sample::Sold;
using sample::Thing;

namespace {

std::string written(const Thing& thing)
{
    std::string json;
    codec::write_object(json, base::shape_of<Thing>(), &thing, codec::Fields::not_defaults);
    return json;
}

// The fault in a text that should be a Thing; "" if there is none.
std::string fault(std::string_view json)
{
    Thing                          thing;
    const std::vector<codec::Part> none;
    const auto                     problem = codec::Reader(base::shape_of<Thing>(), &thing, none).read(json);
    return problem ? base::say(base::Language::en, *problem) : "";
}

}  // namespace

TEST_CASE("a part is an object in the object, and what has its default value is left out, in the part too")
{
    Thing thing{.id = {"1"}};
    CHECK(written(thing) == R"({"id":"1"})");
    thing.maker.city = "Brest";
    CHECK(written(thing) == R"({"id":"1","maker":{"city":"Brest"}})");
    thing.maker = {.name = "Yard", .city = "", .owes = {500}, .floors = 0};
    CHECK(written(thing) ==
          R"({"id":"1","maker":{"name":"Yard","city":"","owes":{"cents":500,"currency":"EUR"},"floors":0}})");
    CHECK(codec::from_json<Thing>(written(thing)) == thing);
}

TEST_CASE("a choice is an object of one member, the word of what is held")
{
    Thing thing{.id = {"1"}};
    thing.detail = Rented{.years = 2};
    CHECK(written(thing) == R"({"id":"1","detail":{"rented":{"years":2}}})");
    CHECK(codec::from_json<Thing>(written(thing)) == thing);
    thing.detail = Rented{};
    CHECK(written(thing) == R"({"id":"1","detail":{"rented":{}}})");
    CHECK(codec::from_json<Thing>(written(thing)) == thing);
    thing.detail = Sold{.to = {"Camille"}};
    CHECK(written(thing) == R"({"id":"1","detail":{"sold":{"to":"Camille"}}})");
    CHECK(codec::from_json<Thing>(written(thing)) == thing);
    thing.detail = Idle{};
    CHECK(written(thing) == R"({"id":"1"})");
    CHECK(codec::from_json<Thing>(R"({"id":"1","detail":{"idle":{}}})") == thing);
}

TEST_CASE("whatever a struct holds comes back from its JSON, with or without the defaults")
{
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        sample::Random random(seed);
        auto           thing = random.thing("id");
        thing.asked_at.ms    = static_cast<std::int64_t>(random.below(4'000'000'000'000));
        const auto json      = written(thing);
        CAPTURE(json);
        REQUIRE(codec::from_json<Thing>(json) == thing);
        REQUIRE(written(*codec::from_json<Thing>(json)) == json);
        REQUIRE(codec::from_json<Thing>(codec::to_json(thing)) == thing);
    }
}

TEST_CASE("a number, a date or a moment beyond its bounds is refused, with the place and the value")
{
    const std::string out = " is out of range.", far = " is not between 1900 and 2999.";
    for (const char* good :
         {R"({"years":0})", R"({"years":100})", R"({"price":{"cents":1000000000000,"currency":"EUR"}})",
          R"({"price":{"cents":-1000000000000,"currency":"EUR"}})", R"({"begins":"1900-01-01"})",
          R"({"begins":"2999-12-31"})", R"({"asked_at":"1900-01-01T00:00:00Z"})",
          R"({"asked_at":"2999-12-31T23:59:59.999Z"})", R"({"bytes":-9223372036854775808})"})
        CHECK_MESSAGE(fault(good) == "", good);
    CHECK(fault(R"({"years":-1})") == "Line 1, $.years: the number -1" + out);
    CHECK(fault(R"({"years":101})") == "Line 1, $.years: the number 101" + out);
    CHECK(fault(R"({"years":2147483647})") == "Line 1, $.years: the number 2147483647" + out);
    CHECK(fault(R"({"detail":{"rented":{"years":101}}})") == "Line 1, $.detail.rented.years: the number 101" + out);
    CHECK(fault(R"({"price":{"cents":1000000000001,"currency":"EUR"}})") ==
          "Line 1, $.price.cents: the number 1000000000001" + out);
    CHECK(fault(R"({"price":{"cents":-9223372036854775808,"currency":"EUR"}})") ==
          "Line 1, $.price.cents: the number -9223372036854775808" + out);
    CHECK(fault(R"({"begins":"1899-12-31"})") == "Line 1, $.begins: “1899-12-31”" + far);
    CHECK(fault(R"({"begins":"3000-01-01"})") == "Line 1, $.begins: “3000-01-01”" + far);
    CHECK(fault(R"({"asked_at":"1899-12-31T23:59:59.999Z"})") ==
          "Line 1, $.asked_at: “1899-12-31T23:59:59.999Z”" + far);
    CHECK(fault(R"({"asked_at":"9999-12-31T00:00:00Z"})") == "Line 1, $.asked_at: “9999-12-31T00:00:00Z”" + far);
}

TEST_CASE("a part or a choice that is not as it should be is refused, with the place and the fault")
{
    CHECK(fault(R"({"detail":{"sold":{"on":"2026-01-01"}},"maker":{"floors":2}})") == "");
    CHECK(fault(R"({"detail":{}})") == "Line 1, $.detail: exactly one member is expected.");
    CHECK(fault(R"({"detail":{"sold":{},"rented":{}}})") == "Line 1, $.detail: exactly one member is expected.");
    CHECK(fault(R"({"detail":{"sold":{},"sold":{}}})") == "Line 1, $.detail: exactly one member is expected.");
    CHECK(fault(R"({"detail":{"stolen":{}}})") ==
          "Line 1, $.detail.stolen: “stolen” is not one of the possible values.");
    CHECK(fault(R"({"detail":{"sold":{"years":1}}})") == "Line 1, $.detail.sold.years: unknown field “years”.");
    CHECK(fault(R"({"detail":{"rented":{"years":1,"years":1}}})") ==
          "Line 1, $.detail.rented.years: the field “years” appears twice.");
    CHECK(fault(R"({"detail":{"rented":{"to":{"colour":"black"}}}})") ==
          "Line 1, $.detail.rented.to.colour: “black” is not one of the possible values.");
    for (const char* value : {"1", "true", "null", "\"sold\"", "[]"}) {
        CAPTURE(value);
        CHECK(fault(std::string(R"({"detail":)") + value + "}") == "Line 1, $.detail: an object is expected.");
        CHECK(fault(std::string(R"({"detail":{"sold":)") + value + "}}") ==
              "Line 1, $.detail.sold: an object is expected.");
        CHECK(fault(std::string(R"({"maker":)") + value + "}") == "Line 1, $.maker: an object is expected.");
    }
    CHECK(fault(R"({"maker":{"later":1}})") == "Line 1, $.maker.later: unknown field “later”.");
}
