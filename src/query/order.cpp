#include "query/order.hpp"

#include "base/sort.hpp"

#include <algorithm>
#include <bit>
#include <functional>

namespace query {
namespace {

// The last set bit before a place. There always is one, since the first row begins a group.
std::uint32_t start_before(const Bits& starts, std::uint32_t place)
{
    auto word = (place - 1) / 64;
    auto left = starts[word] & (~std::uint64_t{0} >> (63 - (place - 1) % 64));
    while (left == 0) left = starts[--word];
    return word * 64 + 63 - static_cast<std::uint32_t>(std::countl_zero(left));
}

constexpr std::uint32_t slice = 1 << 15;  // rows between two checks of the budget

template <class Each>
void each_bit(const Bits& bits, Each each)
{
    for (std::size_t word = 0; word < bits.size(); ++word)
        for (auto left = bits[word]; left != 0; left &= left - 1)
            each(static_cast<std::uint32_t>(word * 64) + static_cast<std::uint32_t>(std::countr_zero(left)));
}

// Writes bits one after the other; copies runs of bits 64 at a time.
class BitWriter {
public:
    explicit BitWriter(std::size_t count) : bits_((count + 63) / 64, 0) {}

    void add(bool bit)
    {
        if (bit) set_bit(bits_, count_);
        ++count_;
    }
    void add(const Bits& from, std::uint32_t begin, std::uint32_t end)
    {
        while (begin < end) {
            const auto take = std::min({end - begin, 64 - begin % 64, 64 - count_ % 64});
            auto       part = from[begin / 64] >> begin % 64;
            if (take < 64) part &= (std::uint64_t{1} << take) - 1;
            bits_[count_ / 64] |= part << count_ % 64;
            begin += take;
            count_ += take;
        }
    }
    void put(std::uint32_t place, bool bit)
    {
        bits_[place / 64] &= ~(std::uint64_t{1} << place % 64);
        if (bit) set_bit(bits_, place);
    }
    Bits take() { return std::move(bits_); }

private:
    Bits          bits_;
    std::uint32_t count_ = 0;
};

}  // namespace

std::span<const std::uint32_t> Walk::next(std::uint32_t most)
{
    if (!backwards_ || read_ >= order_->valued) return next_group(most);
    // Return rows without equals together, in reverse, up to the next group.
    singles_.clear();
    while (end_ > 0 && singles_.size() < most) {
        if (end_ % 64 == 0 && order_->starts[end_ / 64 - 1] == ~std::uint64_t{0}) {
            for (std::uint32_t left = 64; left > 0; --left) singles_.push_back(order_->rows[--end_]);
            continue;
        }
        if (start_before(order_->starts, end_) + 1 != end_) break;
        singles_.push_back(order_->rows[--end_]);
    }
    if (singles_.empty()) return next_group(most);
    read_ += static_cast<std::uint32_t>(singles_.size());
    return singles_;
}

std::span<const std::uint32_t> Walk::next_group(std::uint32_t most)
{
    const auto& rows = order_->rows;
    const auto  size = static_cast<std::uint32_t>(rows.size());
    if (read_ == size) return {};
    std::uint32_t from = end_, count = 0;
    if (backwards_ && read_ < order_->valued) {
        from  = start_before(order_->starts, end_);
        count = end_ - from;
        end_  = from;
    } else {
        if (backwards_) from = read_;  // the rows without a value come last in both directions
        count = std::min(most, size - from);
        end_  = from + count;
    }
    read_ += count;
    return {rows.data() + from, count};
}

bool make_places(SortOrder& order, Budget* budget)
{
    const auto size = static_cast<std::uint32_t>(order.rows.size());
    order.places.resize(size);
    while (order.placed < size) {
        if (is_spent(budget)) return false;
        for (const auto end = std::min(size, order.placed + slice); order.placed < end; ++order.placed)
            order.places[order.rows[order.placed]] = order.placed;
    }
    return true;
}

std::vector<std::uint32_t> few_in_order(const SortOrder& order, bool backwards, const Bits& rows)
{
    // 1. The places of the rows, in ascending order.
    Bits taken(order.starts.size(), 0);
    each_bit(rows, [&](std::uint32_t row) { set_bit(taken, order.places[row]); });
    std::vector<std::uint32_t> found;
    each_bit(taken, [&](std::uint32_t place) { found.push_back(place); });

    // 2. Backwards, the last group of equals comes first; rows without a value stay at the end.
    if (backwards) {
        const auto                 valued = std::lower_bound(found.begin(), found.end(), order.valued);
        std::vector<std::uint32_t> turned;
        turned.reserve(found.size());
        for (auto end = valued; end != found.begin();) {
            auto       begin = end - 1;
            const auto first = start_before(order.starts, *begin + 1);
            while (begin != found.begin() && *(begin - 1) >= first) --begin;
            turned.insert(turned.end(), begin, end);
            end = begin;
        }
        turned.insert(turned.end(), valued, found.end());
        found.swap(turned);
    }
    for (auto& one : found) one = order.rows[one];
    return found;
}

void mend(SortOrder& order, std::uint32_t size, std::vector<std::uint32_t> touched, const Comparing& by)
{
    base::sort(touched, std::less());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    const auto compare = [&](std::uint32_t a, std::uint32_t b) {
        for (const auto& sort : order.sort)
            if (const auto found = by.compare(sort, a, b); found != 0) return found;
        return 0;
    };
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        const auto found = compare(a, b);
        return found != 0 ? found < 0 : a < b;
    };

    // 1. Find where the changed rows were.
    Bits is_touched(size_t{touched.empty() ? 0 : touched.back()} / 64 + 1, 0);
    for (const auto row : touched) set_bit(is_touched, row);
    const auto                 end = touched.empty() ? 0 : touched.back() + 1;
    std::vector<std::uint32_t> gone;
    for (std::uint32_t place = 0; place < order.rows.size(); ++place)
        if (order.rows[place] < end && has_bit(is_touched, order.rows[place])) gone.push_back(place);

    // 2. Take them out, run by run. If the first row of a group is taken out, the next one begins the group.
    const auto                 kept_size = order.rows.size() - gone.size();
    std::vector<std::uint32_t> kept;
    BitWriter                  kept_starts(kept_size);
    kept.reserve(kept_size);
    auto       valued = order.valued;
    const auto copy   = [&](std::uint32_t from, std::uint32_t to, bool starts) {
        if (from == to) return;
        const auto place = static_cast<std::uint32_t>(kept.size());
        kept.insert(kept.end(), order.rows.begin() + from, order.rows.begin() + to);
        kept_starts.add(order.starts, from, to);
        if (starts) kept_starts.put(place, true);
    };
    std::uint32_t from   = 0;
    bool          starts = false;
    for (const auto place : gone) {
        if (place < order.valued) --valued;
        if (place > from) {
            copy(from, place, starts);
            starts = false;
        }
        starts = starts || has_bit(order.starts, place);
        from   = place + 1;
    }
    copy(from, static_cast<std::uint32_t>(order.rows.size()), starts);
    const auto old_starts = kept_starts.take();

    // 3. Insert those that still exist where they belong now.
    std::erase_if(touched, [&](std::uint32_t row) { return row >= size; });
    base::sort(touched, before);
    order.rows.clear();
    order.rows.reserve(kept.size() + touched.size());
    BitWriter new_starts(kept.size() + touched.size());
    from = 0;
    for (std::size_t index = 0; index < touched.size(); ++index) {
        const auto row   = touched[index];
        const auto place = static_cast<std::uint32_t>(std::lower_bound(kept.begin() + from, kept.end(), row, before) -
                                                      kept.begin());
        order.rows.insert(order.rows.end(), kept.begin() + from, kept.begin() + place);
        new_starts.add(old_starts, from, place);
        // If a row was inserted just before this run, the run's first row may belong to the same group.
        if (place > from && index > 0)
            new_starts.put(static_cast<std::uint32_t>(order.rows.size()) - (place - from),
                           compare(touched[index - 1], kept[from]) != 0);
        new_starts.add(order.rows.empty() || compare(order.rows.back(), row) != 0);
        order.rows.push_back(row);
        if (order.sort.size() == 1 && !by.is_blank(order.sort[0].column, row)) ++valued;
        from = place;
    }
    order.rows.insert(order.rows.end(), kept.begin() + from, kept.end());
    new_starts.add(old_starts, from, static_cast<std::uint32_t>(kept.size()));
    if (from < kept.size() && !touched.empty())
        new_starts.put(static_cast<std::uint32_t>(order.rows.size() - (kept.size() - from)),
                       compare(touched.back(), kept[from]) != 0);
    order.starts = new_starts.take();
    order.valued = order.sort.size() == 1 ? valued : size;
    order.placed = 0;
}

}  // namespace query
