#include "pages/kit/route.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace std::string_literals;

using pages::parse_route;
using pages::Route;
using pages::to_hash;

TEST_CASE("the address of a tab, of a search and of an opened detail is read as words")
{
    CHECK(parse_route("").page.empty());
    CHECK(parse_route("#/").page.empty());
    CHECK(parse_route("#/profile").page == "profile");

    const auto list = parse_route("#/services/active?q=exemple%20caf%C3%A9&sort=-expires");
    CHECK(list.page == "services");
    CHECK(list.tab == "active");
    CHECK(list.item.empty());
    CHECK(list.at("q") == "exemple café");
    CHECK(list.at("sort") == "-expires");
    CHECK(list.at("filter").empty());

    CHECK(parse_route("#/services/active/dom-7").item == "dom-7");
}

TEST_CASE("a shared address brings the same search back")
{
    const Route route{"services", "active", "", {{"q", "50 % & été + a=b ? #1 «ï»"}, {"sort", "-expires"}}};
    CHECK(parse_route(to_hash(route)) == route);
    CHECK(to_hash(Route{}) == "#/");
    CHECK(to_hash({"services", "active", "dom-7", {}}) == "#/services/active/dom-7");
    CHECK(to_hash({"services", "active", "a/b", {}}) == "#/services/active/a%2Fb");
    CHECK(parse_route("#/services/active/a%2Fb").item == "a/b");
}

TEST_CASE("a search that is emptied leaves the address")
{
    const auto route = parse_route("#/services/active?q=exemple&sort=name");
    CHECK(to_hash(route.with("q", "")) == "#/services/active?sort=name");
    CHECK(to_hash(route.with("q", "autre")) == "#/services/active?q=autre&sort=name");
    CHECK(to_hash(route.with("kind", "domain")) == "#/services/active?q=exemple&sort=name&kind=domain");
}

TEST_CASE("a forged address does no harm")
{
    SUBCASE("a percent sign that encodes nothing stays as it is")
    {
        CHECK(parse_route("#/services/active?q=100%").at("q") == "100%");
    }
    SUBCASE("half a percent code") { CHECK(parse_route("#/services/active?q=%4").at("q") == "%4"); }
    SUBCASE("bytes that are no text are left out")
    {
        CHECK(parse_route("#/services/active?q=a%FF%C3b").at("q") == "ab");
    }
    SUBCASE("control characters are left out")
    {
        CHECK(parse_route("#/services/active?q=a%00%0A%7Fb").at("q") == "ab");
    }
    SUBCASE("a name twice: the first counts") { CHECK(parse_route("#/x?q=a&q=b").at("q") == "a"); }
    SUBCASE("a very long one is cut, and never in the middle of a letter")
    {
        std::string hash = "#/services/active?q=";
        for (int i = 0; i < 100'000; ++i) hash += "é";
        const auto route = parse_route(hash);
        CHECK(route.at("q").size() == 512);
        CHECK(parse_route(to_hash(route)) == route);
    }
    SUBCASE("many names are cut off")
    {
        std::string hash = "#/x?";
        for (int i = 0; i < 2000; ++i) hash += std::to_string(i) + "=1&";
        CHECK(parse_route(hash).query.size() == 16);
    }
    SUBCASE("empty parts") { CHECK(to_hash(parse_route("#//active/dom-7")) == "#/"); }
}

TEST_CASE("whatever stands in the address can be printed, and is then read as the same place")
{
    std::mt19937                               random(20260);
    const std::string                          letters = "#/?&=%+aé\xFF\xC3\x00\n2Fq"s;
    std::uniform_int_distribution<std::size_t> pick(0, letters.size() - 1), length(0, 60);
    for (int round = 0; round < 20'000; ++round) {
        std::string hash;
        for (auto left = length(random); left > 0; --left) hash += letters[pick(random)];
        const auto route = parse_route(hash);
        CHECK(parse_route(to_hash(route)) == route);
    }
}
