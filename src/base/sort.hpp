// Sorts few but large rows. std::sort is instantiated once per type and comparison, two or three kilobytes of program
// each time; here one piece of code sorts only row numbers. Not for millions of rows.
#pragma once
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace base {

// A type-erased comparison: asks(of, a, b) is true if item `a` of a list comes before item `b`.
struct Before {
    bool (*asks)(const void* of, std::uint32_t a, std::uint32_t b);
    const void* of;
};

// The numbers 0 to count-1, sorted by `before`; stable.
std::vector<std::uint32_t> sorted_numbers(std::size_t count, Before before);

// Stable.
template <class Row, class IsBefore>
void sort(std::vector<Row>& rows, IsBefore is_before)
{
    const auto on_rows = [&](std::uint32_t a, std::uint32_t b) {
        return is_before(std::as_const(rows[a]), std::as_const(rows[b]));
    };
    const auto       numbers = sorted_numbers(rows.size(), {[](const void* of, std::uint32_t a, std::uint32_t b) {
                                                          return (*static_cast<const decltype(on_rows)*>(of))(a, b);
                                                            },
                                                            &on_rows});
    std::vector<Row> sorted;
    sorted.reserve(rows.size());
    for (const auto number : numbers) sorted.push_back(std::move(rows[number]));
    rows.swap(sorted);
}

}  // namespace base
