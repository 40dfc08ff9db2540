#include "query/remembered.hpp"

#include <algorithm>
#include <utility>

namespace query {
namespace {

constexpr std::size_t most = 8;

}  // namespace

void Remembered::keep(Matched matched)
{
    std::erase_if(held_, [&](const Matched& one) { return one.tests == matched.tests && one.words == matched.words; });
    if (held_.size() == most) held_.erase(held_.begin());
    held_.push_back(std::move(matched));
}

const Matched* Remembered::find(const std::vector<Predicate>& tests, const std::vector<std::string>& words) const
{
    for (const auto& one : held_)
        if (one.tests == tests && one.words == words) return &one;
    return nullptr;
}

std::size_t Remembered::memory() const
{
    std::size_t bytes = 0;
    for (const auto& one : held_)
        bytes += one.bits.capacity() * sizeof(std::uint64_t) + one.made.capacity() * sizeof(Made);
    return bytes;
}

}  // namespace query
