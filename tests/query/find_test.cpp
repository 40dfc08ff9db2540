// Searching concatenated texts finds the same words as searching each text alone.
#include "query/find.hpp"

#include "table/sample.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using sample::Random;

namespace {

struct Lines {
    std::string                bytes;
    std::vector<std::uint32_t> ends;

    query::Texts view() const { return {bytes, ends}; }
};

// Few different letters, so that words occur; long stretches without any, so that texts are skipped.
std::string letters(Random& random, std::uint64_t count)
{
    static constexpr std::string_view some[] = {"a", "b", "c", "-", "é", "z"};
    std::string                       text;
    for (; count > 0; --count) text += some[random.below(std::size(some))];
    return text;
}

Lines random_lines(Random& random)
{
    Lines      lines;
    const bool sparse = random.once_in(3);  // like columns that few rows fill
    for (auto left = 1 + random.below(400); left > 0; --left) {
        const auto length = sparse && !random.once_in(90) ? 0
                            : random.once_in(30)          ? random.below(200)
                                                          : random.below(12);
        lines.bytes += random.once_in(3) ? std::string(length, 'z') : letters(random, length);
        lines.ends.push_back(static_cast<std::uint32_t>(lines.bytes.size()));
    }
    return lines;
}

std::string random_word(Random& random) { return letters(random, 1 + random.below(random.once_in(9) ? 90 : 4)); }

}  // namespace

TEST_CASE("a word is found in those of the texts in question that hold it, and in no other, wherever they lie")
{
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        Random     random(seed);
        const auto lines = random_lines(random);
        const auto word  = random_word(random);
        CAPTURE(word);
        query::Bits among((lines.ends.size() + 63) / 64 + random.below(3)), expected(among.size()), found(among.size());
        query::set_first(among, lines.ends.size());
        if (random.once_in(2))
            for (auto& bits : among) bits &= random.once_in(3) ? ~std::uint64_t{0} : random.below(~std::uint64_t{0});
        for (std::uint32_t number = 0; number < lines.ends.size(); ++number)
            if (query::has_bit(among, number) && lines.view()[number].find(word) != std::string_view::npos)
                query::set_bit(expected, number);
        const query::Texts  texts = lines.view();
        const query::Finder finder(texts, word);
        finder.find(among, found);
        REQUIRE(found == expected);
        for (std::uint32_t number = 0; number < lines.ends.size(); ++number)
            if (query::has_bit(among, number)) REQUIRE(finder.is_in(number) == query::has_bit(expected, number));
    }
}

TEST_CASE("texts that are said not to hold a word do not hold it; of a pair that is nowhere, that is said")
{
    query::Pairs pairs;
    pairs.add("boulangerie-lyon.frréservations");
    CHECK(pairs.may_hold("lyon"));
    CHECK(pairs.may_hold("l"));
    CHECK_FALSE(pairs.may_hold("zz"));
    CHECK_FALSE(pairs.may_hold("lyonn"));

    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        Random       random(seed);
        const auto   lines = random_lines(random);
        const auto   word  = random_word(random);
        query::Pairs of;
        of.add(lines.bytes);
        if (!of.may_hold(word)) REQUIRE(lines.bytes.find(word) == std::string::npos);
    }
}
