// Which rows of a table want attention next, and when: a queue by time that follows the table, so that whoever looks for what
// is due looks at nothing else. When a row is due is told by its owner; an entry may come too early, because the row has
// changed since, and never too late: whoever takes a row asks again whether it is due.
// Moments are any whole numbers that grow with time. One thread at a time, as for the table itself.
#pragma once
#include "table/rows.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace table {

class DueIndex {
public:
    // Rows that are due later than `horizon` after the table was gone through are left out, and found when it is gone
    // through again by then: memory is for what is due soon.
    explicit DueIndex(std::int64_t horizon) : horizon_(horizon) {}

    // Files the rows that were touched since the last time; all of them the first time, where that is not known, and when
    // the horizon is reached. `due(row)` tells when a row is due, or nothing. Looks at no more than `budget` rows and takes
    // them off it; false: not through yet, call again.
    template <class DueOf>
    bool follow(const Rows& rows, std::int64_t now, std::uint32_t& budget, DueOf due)
    {
        prepare(rows, now);
        while (!touched_.empty() && budget > 0) {
            const auto row = touched_.back();
            touched_.pop_back();
            --budget;
            if (row < rows.size()) put(row, due(row));
        }
        for (; filed_ < rows.size() && budget > 0; --budget, ++filed_) put(filed_, due(filed_));
        return touched_.empty() && filed_ >= rows.size();
    }

    // When to look again; nothing while nothing is ever due. Requires that follow() is through.
    std::optional<std::int64_t> next() const;

    // A row that may be due by `now`, the one that was due first before all others. It is filed no more.
    std::optional<std::uint32_t> take(std::int64_t now);

    // Files a row again; nothing: never.
    void put(std::uint32_t row, std::optional<std::int64_t> at);

    std::size_t size() const { return queue_.size(); }

private:
    struct Entry {
        std::int64_t  at;
        std::uint32_t row;
    };
    static bool is_later(const Entry& a, const Entry& b) { return a.at != b.at ? b.at < a.at : b.row < a.row; }

    void prepare(const Rows&, std::int64_t now);

    std::int64_t               horizon_;
    std::int64_t               until_    = 0;  // what is due later is left out
    bool                       left_out_ = false;
    std::uint64_t              revision_ = 0;
    std::uint32_t              filed_    = 0;  // rows gone through, of all
    std::vector<std::uint32_t> touched_;       // to be filed anew
    std::vector<Entry>         queue_;         // a heap, the earliest first
};

}  // namespace table
