#include "query/key_sort.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace query {
namespace {

constexpr std::uint32_t slice           = 1 << 15;  // things between two checks of the budget
constexpr std::size_t   things_a_bucket = 16;       // on average; so few are quickly sorted by insertion

}  // namespace

float KeySort::progress() const
{
    if (step_ == 0 || order.empty()) return 0;
    const auto done = static_cast<float>(at_) / static_cast<float>(step_ == 3 ? ends_.size() : order.size());
    return (static_cast<float>(step_ - 1) + done) / 3;
}

// Finds the range of the keys, and the width of a bucket.
void KeySort::prepare(bool has_tie)
{
    std::uint64_t highest = 0;
    lowest_               = blank_key;
    for (const auto key : keys_) {
        if (key == blank_key) continue;
        lowest_ = std::min(lowest_, key);
        highest = std::max(highest, key);
    }
    const auto span    = highest < lowest_ ? 0 : highest - lowest_;
    const auto wanted  = std::bit_width(std::max<std::size_t>(keys_.size() / things_a_bucket, 1));
    shift_             = std::max(0, static_cast<int>(std::bit_width(span)) - static_cast<int>(wanted));
    const auto buckets = static_cast<std::size_t>(span >> shift_) + 1;
    ends_.assign(buckets + 2, 0);
    buckets_are_keys_ = shift_ == 0 && !has_tie;
    if (!buckets_are_keys_) keyed_.resize(keys_.size());
    order.assign(keys_.size(), 0);
    starts.assign((keys_.size() + 63) / 64, 0);
}

bool KeySort::work(Budget* budget, const Tie& tie)
{
    const auto count = static_cast<std::uint32_t>(keys_.size());  // 0 once they are in their buckets
    const auto pass  = [&](auto each) {
        while (at_ < count) {
            for (const auto end = std::min(count, at_ + slice); at_ < end; ++at_) each(at_);
            if (is_spent(budget)) return at_ == count;
        }
        return true;
    };
    for (;;) {
        switch (step_) {
        case 0: prepare(tie != nullptr); break;
        case 1:  // 1. Count the things of each bucket, then compute where each begins.
            if (!pass([&](std::uint32_t thing) { ++ends_[bucket_of(keys_[thing])]; })) return false;
            for (std::uint32_t sum = 0; auto& end : ends_) sum += std::exchange(end, sum);
            break;
        case 2:  // 2. Put each thing into its bucket; its entry of ends_ moves from its beginning to its end.
            if (!pass([&](std::uint32_t thing) {
                    const auto key   = keys_[thing];
                    const auto place = ends_[bucket_of(key)]++;
                    if (buckets_are_keys_) order[place] = thing;
                    else keyed_[place] = {key, thing};
                }))
                return false;
            keys_ = {};
            break;
        case 3:  // 3. Sort each bucket.
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
            ends_  = {};
            keyed_ = {};
            break;
        default: return true;
        }
        ++step_;
        at_ = 0;
    }
}

// By key, then by `tie` if given, then by number. One comparison for both uses, since std::sort is instantiated once for
// each.
void KeySort::sort(std::size_t from, std::size_t to, const Tie* tie)
{
    std::sort(keyed_.begin() + static_cast<std::ptrdiff_t>(from), keyed_.begin() + static_cast<std::ptrdiff_t>(to),
              [tie](const Keyed& a, const Keyed& b) {
                  if (a.key != b.key) return a.key < b.key;
                  const auto found = tie ? (*tie)(a.thing, b.thing) : 0;
                  return found != 0 ? found < 0 : a.thing < b.thing;
              });
}

void KeySort::sort_bucket(std::uint32_t from, std::uint32_t to, const Tie& tie)
{
    if (from == to) return;
    set_bit(starts, from);
    if (buckets_are_keys_) return;

    const bool blanks = at_ + 1 == ends_.size();
    if (!blanks && shift_ != 0) sort(from, to, nullptr);
    for (std::uint32_t begin = from, end = from; begin < to && !blanks; begin = end) {
        while (end < to && keyed_[end].key == keyed_[begin].key) ++end;
        set_bit(starts, begin);
        if (!tie || end - begin == 1) continue;
        // Usually all of them are equal.
        const auto first = keyed_.begin() + begin, last = keyed_.begin() + end;
        if (std::all_of(first + 1, last, [&](const Keyed& one) { return tie(first->thing, one.thing) == 0; })) continue;
        sort(begin, end, &tie);
        for (auto place = begin + 1; place < end; ++place)
            if (tie(keyed_[place - 1].thing, keyed_[place].thing) != 0) set_bit(starts, place);
    }
    for (auto place = from; place < to; ++place) order[place] = keyed_[place].thing;
}

}  // namespace query
