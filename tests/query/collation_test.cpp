#include "query/collation.hpp"
#include "query/sort_keys.hpp"
#include "table/sample.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

namespace {

query::Collation collation_of(const std::vector<std::string>& texts, query::Collate collate = nullptr)
{
    query::Collation collation;
    for (const auto& text : texts) collation.meet(text);
    collation.weigh(collate);
    return collation;
}

}  // namespace

TEST_CASE("texts sort by their letters first, then by accents, then by capitals")
{
    const std::vector<std::string> sorted    = {"cote", "Cote", "coté", "côte",  "coteau", "cotz",
                                                "oeuf", "œuf",  "of",   "zebre", "zèbre",  "zebres"};
    const auto                     collation = collation_of(sorted);
    for (std::size_t a = 0; a < sorted.size(); ++a)
        for (std::size_t b = 0; b < sorted.size(); ++b) {
            CAPTURE(sorted[a]);
            CAPTURE(sorted[b]);
            const auto order = collation.compare(sorted[a], sorted[b]);
            CHECK((order < 0) == (a < b));
            CHECK((order == 0) == (a == b));
        }
}

TEST_CASE("what the language says of characters decides, for those that it was asked about")
{
    // All are equal except é, which sorts first.
    const query::Collate turned = [](std::string_view asked) {
        std::string answer;
        for (; !asked.empty(); asked.remove_prefix(asked.find('\x1e') + 1))
            answer += asked.starts_with("é") ? "1 0 0 0 " : "2 0 0 0 ";
        return answer;
    };
    const auto collation = collation_of({"é"}, turned);
    CHECK(collation.compare("a", "b") == 0);
    CHECK(collation.compare("xé", "xa") < 0);
    CHECK(collation.compare("x", "xé") < 0);
}

TEST_CASE("keys of random texts stand in the order of the texts, also of texts that were not sampled")
{
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        CAPTURE(seed);
        sample::Random           random(seed);
        std::vector<std::string> texts;
        for (int count = 0; count < 150; ++count)
            texts.push_back(random.once_in(2) ? random.text(24) : "boutique-" + std::to_string(random.below(500)));
        const auto      collation = collation_of(texts);
        query::SortKeys keys(collation, std::array<std::size_t, 4>{0, 20, texts.size(), 5000}[seed % 4]);
        for (std::size_t place = 0; place < texts.size(); place += seed) keys.sample(texts[place]);
        keys.ready();
        for (const auto& a : texts)
            for (const auto& b : texts) {
                const auto left = keys.key(a), right = keys.key(b);
                REQUIRE(left < query::SortKeys::none);
                if (left < right) REQUIRE(collation.compare(a, b) < 0);
                if (collation.compare(a, b) == 0) REQUIRE(left == right);
            }
    }
}

TEST_CASE("numbers in texts sort by their value, and leading zeros do not count")
{
    const std::vector<std::string> sorted    = {"-",
                                                "0",
                                                "1",
                                                "2",
                                                "9",
                                                "10",
                                                "100",
                                                "12345678",
                                                "123456789",
                                                "1234567890",
                                                "99999999999999999",
                                                "site",
                                                "site 1",
                                                "site 2",
                                                "site 2a",
                                                "site 2b",
                                                "site 10",
                                                "site10",
                                                "site10-1",
                                                "site10-2",
                                                "site10-10",
                                                "sitf"};
    const auto                     collation = collation_of(sorted);
    query::SortKeys                keys(collation, sorted.size());
    for (const auto& text : sorted) keys.sample(text);
    keys.ready();
    for (std::size_t a = 0; a < sorted.size(); ++a)
        for (std::size_t b = 0; b < sorted.size(); ++b) {
            CAPTURE(sorted[a]);
            CAPTURE(sorted[b]);
            CHECK((collation.compare(sorted[a], sorted[b]) < 0) == (a < b));
            if (a < b) CHECK(keys.key(sorted[a]) <= keys.key(sorted[b]));
        }
    CHECK(collation.compare("site 007", "site 7") == 0);
    CHECK(collation.compare("site 007", "site 8") < 0);
    CHECK(keys.key("boutique000001") <= keys.key("boutique000002"));
    CHECK(keys.key("boutiqu9") <= keys.key("boutiqu10"));
}
