#include "query/sort_keys.hpp"

#include <algorithm>

namespace query {

SortKeys::SortKeys(const Collation& collation)
    : collation_(&collation), symbols_(std::clamp<std::uint32_t>(collation.primaries(), 2, 256)),
      counts_(std::size_t{contexts} * symbols_, 0)
{}

void SortKeys::sample(std::string_view text)
{
    std::uint32_t before = 0;
    collation_->read(text, [&](const Collation::Weight& weight) {
        if (weight.primary == 0) return true;
        const auto now = symbol(weight.primary);
        ++counts_[context(before) * symbols_ + now];
        before = after(before, now);
        return true;
    });
    ++counts_[context(before) * symbols_];
}

void SortKeys::ready()
{
    below_.assign(std::size_t{contexts} * (symbols_ + 1), 0);
    for (std::uint32_t one = 0; one < contexts; ++one) {
        const auto*   counts = &counts_[one * symbols_];
        std::uint64_t total  = 0, seen = 0;
        for (std::uint32_t now = 0; now < symbols_; ++now) total += counts[now];
        // What was not in the sample is rare, not impossible.
        const std::uint64_t shared = (std::uint64_t{1} << bits) - symbols_;
        auto*               below  = &below_[one * (symbols_ + 1)];
        for (std::uint32_t now = 0; now < symbols_; ++now) {
            seen += counts[now];
            const auto part = total == 0 ? (now + 1) * shared / symbols_ : seen * shared / total;
            below[now + 1]  = static_cast<std::uint16_t>(part + now + 1);
        }
    }
    counts_ = {};
}

std::uint64_t SortKeys::key(std::string_view text) const
{
    std::uint64_t low = 0, range = none;
    std::uint32_t before = 0;
    bool          room   = true;
    const auto    narrow = [&](std::uint32_t now) {
        const auto* below = &below_[context(before) * (symbols_ + 1) + now];
        const auto  step  = range >> bits;
        low += step * below[0];
        range  = step * (std::uint32_t{below[1]} - below[0]);
        before = after(before, now);
        room   = range >> bits != 0;
    };
    collation_->read(text, [&](const Collation::Weight& weight) {
        if (weight.primary == 0) return true;
        const auto now = symbol(weight.primary);
        narrow(now);
        // Letters that share a symbol are told apart by comparing.
        room = room && (now + 1 < symbols_ || collation_->primaries() <= symbols_);
        return room;
    });
    if (room) narrow(0);
    return low;
}

}  // namespace query
