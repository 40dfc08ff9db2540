// Sorting a few rows by their places in an order gives the same sequence as a walk over all rows.
#include "query/order.hpp"

#include "table/sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <span>

using sample::Random;

namespace {

// Rows in random order, in groups of equal ones; the last ones have no value.
query::SortOrder random_order(Random& random)
{
    query::SortOrder order;
    const auto       size = 1 + random.below(700);
    order.rows.resize(size);
    std::iota(order.rows.begin(), order.rows.end(), 0u);
    for (auto left = order.rows.size(); left > 1; --left)
        std::swap(order.rows[left - 1], order.rows[random.below(left)]);
    order.starts.assign((size + 63) / 64, 0);
    order.valued          = static_cast<std::uint32_t>(random.below(size + 1));
    const auto in_a_group = 1 + random.below(90);
    for (std::uint32_t place = 0; place < size; ++place)
        if (place == 0 || place == order.valued || (place < order.valued && random.once_in(in_a_group)))
            query::set_bit(order.starts, place);
    order.whole = true;
    return order;
}

std::vector<std::uint32_t> walked(const query::SortOrder& order, bool backwards, const query::Bits& wanted)
{
    std::vector<std::uint32_t> found;
    query::Walk                walk(order, backwards);
    for (auto rows = walk.next(50); !rows.empty(); rows = walk.next(50))
        for (const auto row : rows)
            if (query::has_bit(wanted, row)) found.push_back(row);
    return found;
}

}  // namespace

TEST_CASE("a few rows are put in order by their places as a walk over all rows meets them, in both directions")
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        auto   order = random_order(random);
        REQUIRE_FALSE(order.has_places());
        REQUIRE(query::make_places(order, nullptr));
        REQUIRE(order.has_places());

        query::Bits wanted((order.rows.size() + 63) / 64, 0);
        const auto  rarity = 1 + random.below(40);
        for (const auto row : order.rows)
            if (random.once_in(rarity)) query::set_bit(wanted, row);
        for (const bool backwards : {false, true})
            REQUIRE(query::few_in_order(order, backwards, wanted) == walked(order, backwards, wanted));
    }
}
