// Sorting of few rows with much in them. std::sort is made anew for each type and each comparison, two or three kilobytes
// of program each time; here only numbers are sorted, by one piece of code. Not for what is sorted a million at a time.
#pragma once
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace base {

// Whether thing `a` of a list comes before thing `b`, with what is needed to tell.
struct Before {
    bool (*asks)(const void* of, std::uint32_t a, std::uint32_t b);
    const void* of;
};

// The numbers 0 to count-1 in their order; equal ones stay as they stand.
std::vector<std::uint32_t> sorted_numbers(std::size_t count, Before before);

// Equal rows stay as they stand.
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
