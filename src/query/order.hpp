// All rows of a table in the order of one or several columns: sorted lists are read from this.
#pragma once
#include "query/budget.hpp"
#include "query/find.hpp"
#include "query/source.hpp"

#include <cstdint>
#include <vector>

namespace query {

struct SortOrder {
    std::vector<Sort> sort;  // a single column is kept ascending, and read in both directions
    Made              made;
    bool              whole = false;  // false: not finished

    std::vector<std::uint32_t> rows;
    Bits                       starts;      // by place in `rows`: set for the first row of each group of equal rows
    std::uint32_t              valued = 0;  // of a single column: rows with a value; those without one come after them

    // The place of each row, made in idle time: with it, few rows are sorted without reading all the others.
    std::vector<std::uint32_t> places;
    std::uint32_t              placed = 0;  // rows whose place is known
    bool                       has_places() const { return whole && placed == rows.size(); }

    std::size_t memory() const { return (rows.capacity() + places.capacity()) * 4 + starts.capacity() * 8; }
};

// Goes on computing the places; true once all rows have theirs, false if the time is spent before. Requires a whole
// order.
bool make_places(SortOrder&, Budget*);

// The rows whose bits are set, in this order, or backwards as a Walk would give them. Requires has_places(). For many
// rows a Walk is as quick.
std::vector<std::uint32_t> few_in_order(const SortOrder&, bool backwards, const Bits& rows);

// Reads an order in pieces, forwards or backwards; backwards, the rows of each group of equals keep their order.
class Walk {
public:
    Walk(const SortOrder& order, bool backwards)
        : order_(&order), backwards_(backwards), end_(backwards ? order.valued : 0)
    {}

    // The next rows, at most about `most`; empty at the end. Backwards, a large group of equals comes in one piece.
    std::span<const std::uint32_t> next(std::uint32_t most);

    // The same, but backwards each piece is one group of equal rows.
    std::span<const std::uint32_t> next_group(std::uint32_t most);
    std::uint32_t                  place() const { return static_cast<std::uint32_t>(read_); }

private:
    const SortOrder*           order_;
    bool                       backwards_;
    std::uint32_t              end_;       // forwards: where to go on; backwards: where the next group to read ends
    std::uint32_t              read_ = 0;  // rows returned so far
    std::vector<std::uint32_t> singles_;
};

// Compares two rows by the values of a column.
class Comparing {
public:
    virtual ~Comparing()                                                      = default;
    virtual int  compare(const Sort&, std::uint32_t a, std::uint32_t b) const = 0;  // blanks last
    virtual bool is_blank(int column, std::uint32_t row) const                = 0;
};

// Moves the changed rows to where they belong now; `touched` may have duplicates, and rows that are gone.
void mend(SortOrder& order, std::uint32_t size, std::vector<std::uint32_t> touched, const Comparing& by);

}  // namespace query
