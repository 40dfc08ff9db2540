#include "table/due_index.hpp"

#include <algorithm>

namespace table {

void DueIndex::prepare(const Rows& rows, std::int64_t now)
{
    const bool begins = revision_ == 0 || now >= until_;
    if (!begins && revision_ == rows.revision()) return;
    auto touched = begins ? std::nullopt : rows.touched_since(revision_);
    // Rows that were filed twice leave old entries behind: file everything again before those outgrow the table.
    const bool crowded = queue_.size() > 2 * std::size_t{rows.size()} + Rows::most_changes;
    revision_          = rows.revision();
    if (touched && !crowded) {
        filed_ = std::min(filed_, rows.size());
        for (const auto row : *touched)
            if (row < filed_) touched_.push_back(row);
        return;
    }
    queue_.clear();
    touched_.clear();
    filed_    = 0;
    until_    = now + horizon_;
    left_out_ = false;
}

std::optional<std::int64_t> DueIndex::next() const
{
    if (!queue_.empty()) return queue_.front().at;
    return left_out_ ? std::optional(until_) : std::nullopt;
}

std::optional<std::uint32_t> DueIndex::take(std::int64_t now)
{
    if (queue_.empty() || queue_.front().at > now) return std::nullopt;
    const auto row = queue_.front().row;
    std::pop_heap(queue_.begin(), queue_.end(), is_later);
    queue_.pop_back();
    return row;
}

void DueIndex::put(std::uint32_t row, std::optional<std::int64_t> at)
{
    if (!at) return;
    if (*at >= until_) {
        left_out_ = true;
        return;
    }
    queue_.push_back({*at, row});
    std::push_heap(queue_.begin(), queue_.end(), is_later);
}

}  // namespace table
