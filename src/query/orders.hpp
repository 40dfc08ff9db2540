// The orders that were asked for lately: made in slices, each by itself where views beside each other ask for several,
// and mended where few rows changed.
#pragma once
#include "query/order_making.hpp"

#include <memory>
#include <vector>

namespace query {

class Orders {
public:
    // Goes on making the order until it is there, which it returns, or the time is spent. Requires a column.
    bool make(const std::vector<Sort>& sort, const Making&);

    // Null unless it is there and up to date. Valid until the next make() or the end of these orders; while
    // others are made it is kept for as long as it is asked for.
    const SortOrder* find(const std::vector<Sort>& sort, const Making&);

    // Goes on, in idle time, with the places of the rows in an order, if it is there; whether nothing is left to do.
    bool place(const std::vector<Sort>& sort, const Making&);

    // Whether make() would not begin from nothing.
    bool near(const std::vector<Sort>& sort, const Making&) const;

    float       progress(const std::vector<Sort>& sort) const;  // 0 to 1
    std::size_t memory() const;

private:
    struct Kept {
        SortOrder                    order;
        std::uint64_t                used = 0;
        std::unique_ptr<ColumnOrder> column;  // what is under way
        std::unique_ptr<JoinedOrder> joined;

        bool under_way() const { return column || joined; }
    };
    bool  make_one(const std::vector<Sort>& sort, const Making&);
    bool  may_mend(const SortOrder&, const Made& now, const table::Rows&) const;
    void  mend_rows(SortOrder&, const Making&);
    Kept* held(const std::vector<Sort>& sort) const;
    Kept* use(const std::vector<Sort>& sort);  // held(), and asked for now
    void  forget(const Kept& kept);
    void  forget_oldest();

    std::vector<std::unique_ptr<Kept>> kept_;
    std::uint64_t                      uses_ = 0;
};

// How an order is kept: one column alone serves both directions.
std::vector<Sort> kept_as(std::vector<Sort> sort);

}  // namespace query
