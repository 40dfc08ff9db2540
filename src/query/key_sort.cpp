#include "query/key_sort.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace query {
namespace {

constexpr std::uint32_t slice = 1 << 15;  // things between two looks at the time

}  // namespace

float KeySort::progress() const
{
    if (step_ == 0 || keys_.empty()) return 0;
    const auto done = static_cast<float>(at_) / static_cast<float>(step_ == 3 ? ends_.size() : keys_.size());
    return (static_cast<float>(step_ - 1) + done) / 3;
}

// The range of the keys, and how much of it goes into a bucket.
void KeySort::prepare()
{
    std::uint64_t highest = 0;
    lowest_               = blank_key;
    for (const auto key : keys_) {
        if (key == blank_key) continue;
        lowest_ = std::min(lowest_, key);
        highest = std::max(highest, key);
    }
    const auto span    = highest < lowest_ ? 0 : highest - lowest_;
    const auto wanted  = std::bit_width(std::max<std::size_t>(keys_.size() / 64, 1));
    shift_             = std::max(0, static_cast<int>(std::bit_width(span)) - static_cast<int>(wanted));
    const auto buckets = static_cast<std::size_t>(span >> shift_) + 1;
    ends_.assign(buckets + 2, 0);
    order.assign(keys_.size(), 0);
    starts.assign((keys_.size() + 63) / 64, 0);
}

bool KeySort::work(Budget* budget, const Tie& tie)
{
    const auto count = static_cast<std::uint32_t>(keys_.size());
    const auto pass  = [&](auto each) {
        while (at_ < count) {
            for (const auto end = std::min(count, at_ + slice); at_ < end; ++at_) each(at_);
            if (is_spent(budget)) return at_ == count;
        }
        return true;
    };
    for (;;) {
        switch (step_) {
        case 0: prepare(); break;
        case 1:  // 1. How many go into each bucket; then, where each begins.
            if (!pass([&](std::uint32_t thing) { ++ends_[bucket_of(keys_[thing])]; })) return false;
            for (std::uint32_t sum = 0; auto& end : ends_) sum += std::exchange(end, sum);
            break;
        case 2:  // 2. Each into its bucket, whose beginning moves on to its end.
            if (!pass([&](std::uint32_t thing) { order[ends_[bucket_of(keys_[thing])]++] = thing; })) return false;
            break;
        case 3:  // 3. Each bucket by itself.
            for (std::uint32_t sorted = 0; at_ < ends_.size(); ++at_) {
                const auto from = at_ == 0 ? 0 : ends_[at_ - 1];
                sort_bucket(from, ends_[at_], tie);
                sorted += ends_[at_] - from;
                if (sorted < slice / 8) continue;
                sorted = 0;
                if (!is_spent(budget)) continue;
                ++at_;
                return false;
            }
            valued = ends_[ends_.size() - 2];
            keys_  = {};
            ends_  = {};
            bucket_ = {};
            break;
        default: return true;
        }
        ++step_;
        at_ = 0;
    }
}

// By key, then by the tie where there is one, then by number. One comparison for both uses: std::sort is made anew for each.
void KeySort::sort(std::size_t from, std::size_t to, const Tie* tie)
{
    std::sort(bucket_.begin() + static_cast<std::ptrdiff_t>(from), bucket_.begin() + static_cast<std::ptrdiff_t>(to),
              [tie](const Keyed& a, const Keyed& b) {
                  if (a.key != b.key) return a.key < b.key;
                  const auto found = tie ? (*tie)(a.thing, b.thing) : 0;
                  return found != 0 ? found < 0 : a.thing < b.thing;
              });
}

void KeySort::sort_bucket(std::uint32_t from, std::uint32_t to, const Tie& tie)
{
    if (from == to) return;
    const bool blanks = at_ + 1 == ends_.size();
    set_bit(starts, from);
    if (blanks || (shift_ == 0 && !tie)) return;

    bucket_.clear();
    for (auto place = from; place < to; ++place) bucket_.push_back({keys_[order[place]], order[place]});
    if (shift_ != 0) sort(0, bucket_.size(), nullptr);
    for (std::size_t begin = 0, end = 0; begin < bucket_.size(); begin = end) {
        while (end < bucket_.size() && bucket_[end].key == bucket_[begin].key) ++end;
        set_bit(starts, from + static_cast<std::uint32_t>(begin));
        if (!tie || end - begin == 1) continue;
        // Most often all of them are the same.
        const auto first = bucket_.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto last  = bucket_.begin() + static_cast<std::ptrdiff_t>(end);
        if (std::all_of(first + 1, last, [&](const Keyed& one) { return tie(first->thing, one.thing) == 0; })) continue;
        sort(begin, end, &tie);
        for (auto one = first + 1; one != last; ++one)
            if (tie((one - 1)->thing, one->thing) != 0)
                set_bit(starts, from + static_cast<std::uint32_t>(one - bucket_.begin()));
    }
    for (std::size_t place = 0; place < bucket_.size(); ++place) order[from + place] = bucket_[place].thing;
}

}  // namespace query
