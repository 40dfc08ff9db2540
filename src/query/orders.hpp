// The orders that views asked for lately. They are made in slices, also several at a time for views beside each other,
// and repaired when few rows changed.
#pragma once
#include "query/order_making.hpp"

#include <memory>
#include <vector>

namespace query {

class Orders {
public:
    // Goes on making the order until it is whole (true) or the time is spent (false). Requires at least one column.
    bool make(const std::vector<Sort>& sort, const Making&);

    // Null unless the order is whole and up to date. Valid until the next make() or the end of this object. An order that
    // is asked for often enough is kept while others are made.
    const SortOrder* find(const std::vector<Sort>& sort, const Making&);

    // In idle time, goes on computing the places of an order's rows, if it exists; true if nothing is left to do.
    bool place(const std::vector<Sort>& sort, const Making&);

    // True if make() would not have to begin from nothing.
    bool near(const std::vector<Sort>& sort, const Making&) const;

    float       progress(const std::vector<Sort>& sort) const;  // 0 to 1
    std::size_t memory() const;

private:
    struct Kept {
        SortOrder                    order;
        std::uint64_t                used = 0;
        std::unique_ptr<ColumnOrder> column;  // what is still being made
        std::unique_ptr<JoinedOrder> joined;

        bool under_way() const { return column || joined; }
    };
    bool  make_one(const std::vector<Sort>& sort, const Making&);
    bool  may_mend(const SortOrder&, const Made& now, const table::Rows&) const;
    void  mend_rows(SortOrder&, const Making&);
    Kept* held(const std::vector<Sort>& sort) const;
    Kept* use(const std::vector<Sort>& sort);  // held(), and marks it as used now
    void  forget(const Kept& kept);
    void  forget_oldest();

    std::vector<std::unique_ptr<Kept>> kept_;
    std::uint64_t                      uses_ = 0;
};

// The form in which an order is kept: a single column serves both directions.
std::vector<Sort> kept_as(std::vector<Sort> sort);

}  // namespace query
