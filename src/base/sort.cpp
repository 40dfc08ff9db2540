#include "base/sort.hpp"

#include <algorithm>
#include <numeric>

namespace base {

std::vector<std::uint32_t> sorted_numbers(std::size_t count, Before before)
{
    std::vector<std::uint32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0u);
    std::stable_sort(numbers.begin(), numbers.end(),
                     [before](std::uint32_t a, std::uint32_t b) { return before.asks(before.of, a, b); });
    return numbers;
}

}  // namespace base
