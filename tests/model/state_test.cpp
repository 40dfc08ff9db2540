#include "model/account.hpp"

using namespace account;

TEST_CASE("accounts that differ in one table alone are not the same, whichever it is")
{
    std::size_t tables = 0;
    const State none;
    for_each_table(none, [&](std::string_view, const auto&) { ++tables; });
    for (std::size_t differs = 0; differs < tables; ++differs) {
        auto        other = small();
        std::size_t at    = 0;
        for_each_table(other, [&]<class T>(std::string_view name, table::Table<T>& table) {
            if (at++ != differs) return;
            CAPTURE(name);
            T one;
            one.id = {"one-more"};
            table.put(one);
            CHECK_FALSE(same_rows(small(), other));
            table.erase(one.id);
            CHECK(same_rows(small(), other));
        });
    }
}
