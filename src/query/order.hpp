// All rows of a table in the order of one column or of several: what a sorted list is read from.
#pragma once
#include "query/budget.hpp"
#include "query/find.hpp"
#include "query/source.hpp"

#include <cstdint>
#include <vector>

namespace query {

struct SortOrder {
    std::vector<Sort> sort;  // one column alone is kept ascending, and read in both directions
    Made              made;
    bool              whole = false;  // false: under way

    std::vector<std::uint32_t> rows;
    Bits                       starts;      // by place in `rows`: the first of rows that are equal
    std::uint32_t              valued = 0;  // then come the rows without a value in the (only) column

    // Where each row stands; made in idle time, so that few rows are put in order without a look at all the others.
    std::vector<std::uint32_t> places;
    std::uint32_t              placed = 0;  // rows that have their place
    bool                       has_places() const { return whole && placed == rows.size(); }

    std::size_t memory() const { return (rows.capacity() + places.capacity()) * 4 + starts.capacity() * 8; }
};

// Goes on with the places until all rows have theirs, which it returns, or the time is spent. Requires a whole order.
bool make_places(SortOrder&, Budget*);

// The rows whose bits are set, in the order, or backwards as a Walk gives them. Requires places; of many rows a Walk is
// as quick.
std::vector<std::uint32_t> few_in_order(const SortOrder&, bool backwards, const Bits& rows);

// Reads an order forwards or, group of equals by group, backwards, a stretch at a time.
class Walk {
public:
    Walk(const SortOrder& order, bool backwards)
        : order_(&order), backwards_(backwards), end_(backwards ? order.valued : 0)
    {}

    // The next rows, about `most` of them or fewer; empty at the end. Backwards a large group of equals comes whole.
    std::span<const std::uint32_t> next(std::uint32_t most);

    // The same, but backwards all of them are equal.
    std::span<const std::uint32_t> next_group(std::uint32_t most);
    std::uint32_t                  place() const { return static_cast<std::uint32_t>(read_); }

private:
    const SortOrder*           order_;
    bool                       backwards_;
    std::uint32_t              end_;       // forwards: where to go on; backwards: where the group before ends
    std::uint32_t              read_ = 0;  // rows given
    std::vector<std::uint32_t> singles_;
};

// What compares two rows as an order does.
class Comparing {
public:
    virtual ~Comparing()                                                      = default;
    virtual int  compare(const Sort&, std::uint32_t a, std::uint32_t b) const = 0;  // blanks last
    virtual bool is_blank(int column, std::uint32_t row) const                = 0;
};

// Puts the changed rows where they belong now; `touched` may hold some twice, and rows that are gone.
void mend(SortOrder& order, std::uint32_t size, std::vector<std::uint32_t> touched, const Comparing& by);

}  // namespace query
