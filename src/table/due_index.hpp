// Which rows of a table are due next, and when: a queue by time that follows the table, so that looking for due rows
// reads no others. The table's owner tells when a row is due. An entry may come too early, because the row has changed
// since, but never too late: the caller must check again whether a taken row is due. Moments are any whole numbers that
// grow with time. One thread at a time, as for the table itself.
#pragma once
#include "table/rows.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace table {

class DueIndex {
public:
    // Rows due more than `horizon` after the start of a pass over the whole table are left out; the next whole pass
    // begins by then and finds them. This way memory is used only for rows that are due soon.
    explicit DueIndex(std::int64_t horizon) : horizon_(horizon) {}

    // Files the rows touched since the last call; all rows on the first call, when the touched rows are not known, and
    // when the horizon is reached. `due(row)` returns when a row is due, or nothing. Looks at no more than `budget` rows
    // and subtracts them from it; false when there are more: call again.
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

    // When to look again; nothing if no row is ever due. Requires that the last follow() returned true.
    std::optional<std::int64_t> next() const;

    // Takes out a row that may be due by `now`, the earliest one. It is no longer filed.
    std::optional<std::uint32_t> take(std::int64_t now);

    // Files a row again, under the moment when it is due; nothing means never.
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
    std::int64_t               until_    = 0;  // rows due later are left out
    bool                       left_out_ = false;
    std::uint64_t              revision_ = 0;
    std::uint32_t              filed_    = 0;  // the first rows, up to this number, have been filed
    std::vector<std::uint32_t> touched_;       // to be filed again
    std::vector<Entry>         queue_;         // a heap, the earliest first
};

}  // namespace table
