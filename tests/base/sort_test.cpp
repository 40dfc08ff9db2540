#include "base/sort.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

struct Row {
    int         rank                         = 0;
    std::string name                         = {};
    bool        operator==(const Row&) const = default;
};

}  // namespace

TEST_CASE("rows are sorted as asked for, and equal ones stay as they stand")
{
    std::vector<Row> rows{{2, "b"}, {1, "z"}, {2, "a"}, {1, "y"}, {0, "m"}};
    base::sort(rows, [](const Row& a, const Row& b) { return a.rank < b.rank; });
    CHECK(rows == std::vector<Row>{{0, "m"}, {1, "z"}, {1, "y"}, {2, "b"}, {2, "a"}});

    std::vector<Row> none;
    base::sort(none, [](const Row& a, const Row& b) { return a.rank < b.rank; });
    CHECK(none.empty());
}
