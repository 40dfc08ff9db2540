// Sorts numbered things by 64-bit keys, in slices: puts them into buckets by the key's position between the lowest and
// the highest key, then sorts each bucket. Things with the highest possible key come last and are all equal.
#pragma once
#include "query/budget.hpp"
#include "query/find.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace query {

class KeySort {
public:
    static constexpr std::uint64_t blank_key = ~std::uint64_t{0};

    // Compares two things with equal keys: below 0, 0, above 0. Without it, equal keys mean equal things.
    using Tie = std::function<int(std::uint32_t, std::uint32_t)>;

    explicit KeySort(std::vector<std::uint64_t> keys) : keys_(std::move(keys)) {}

    bool  work(Budget*, const Tie&);  // true when finished
    float progress() const;           // 0 to 1

    // Results, valid once finished: the things in order, equal ones by number; bits set where a group of equal things
    // begins; and the number of things before those with blank_key.
    std::vector<std::uint32_t> order;
    Bits                       starts;
    std::uint32_t              valued = 0;

private:
    struct Keyed {
        std::uint64_t key;
        std::uint32_t thing;
    };
    void        prepare(bool has_tie);
    void        sort(std::size_t from, std::size_t to, const Tie* tie);  // of keyed_
    void        sort_bucket(std::uint32_t from, std::uint32_t to, const Tie&);
    std::size_t bucket_of(std::uint64_t key) const
    {
        return key == blank_key ? ends_.size() - 1 : static_cast<std::size_t>((key - lowest_) >> shift_);
    }

    std::vector<std::uint64_t> keys_;
    std::vector<std::uint32_t> ends_;                      // of the buckets; the last bucket has the blank things
    bool                       buckets_are_keys_ = false;  // each bucket has a single key
    std::vector<Keyed>         keyed_;                     // otherwise: by bucket, so that each is sorted in place
    std::uint64_t              lowest_ = 0;
    int                        shift_  = 0;
    int                        step_   = 0;
    std::uint32_t              at_     = 0;
};

}  // namespace query
