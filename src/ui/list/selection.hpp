// Which rows of a list are selected. Rows are identified by keys that stay the same while rows move (such as a table's
// row number, updated by move()), never by their position in the list. No ImGui here.
//
// A selection belongs to one question: a tab with its filters and search.
// - Changing the order changes nothing.
// - Changing the question clears it: nobody acts on rows that are not on the screen.
// - "All" means every row that answers the question, now and later, except those deselected one by one. Its cost does
//   not depend on the number of rows.
// - A selected row that no longer answers the question is not counted or returned; it is again once it answers again.
// - A row that is removed and comes back is a new one.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

class Selection {
public:
    using Key = std::uint32_t;

    // Clears the selection if the question differs from the last one.
    void ask(std::string_view question);

    bool holds(Key key) const { return listed(key) != all_; }
    void set(Key key, bool on);
    void set_all();
    void clear();
    bool empty() const { return !all_ && listed_count_ == 0; }

    // The row with the key `from` now has the key `to`; drop(): it was removed.
    void move(Key from, Key to);
    void drop(Key key);

    // The number of selected rows among those found. Recounted only after a change: `stamp` must differ whenever the
    // rows found may differ.
    template <class KeyAt>
    std::int64_t count(std::int64_t found, std::uint64_t stamp, KeyAt key_at) const
    {
        if (listed_count_ == 0) return all_ ? found : 0;
        if (counted_ == changes_ && counted_stamp_ == stamp && counted_found_ == found) return count_;
        std::int64_t listed_found = 0;
        for (std::int64_t row = 0; row < found; ++row) listed_found += listed(key_at(row));
        counted_       = changes_;
        counted_stamp_ = stamp;
        counted_found_ = found;
        return count_  = all_ ? found - listed_found : listed_found;
    }

    // The row that a range begins at: the last one selected or deselected.
    bool has_anchor() const { return anchor_ != no_key; }
    Key  anchor() const { return anchor_; }
    void set_anchor(Key key) { anchor_ = key; }

private:
    static constexpr Key no_key = 0xffffffff;

    bool listed(Key key) const { return key / 64 < bits_.size() && (bits_[key / 64] >> key % 64 & 1) != 0; }
    void list(Key key, bool on);

    std::string                question_;
    bool                       all_ = false;  // the listed keys are those deselected
    std::vector<std::uint64_t> bits_;         // indexed by key
    std::int64_t               listed_count_ = 0;
    Key                        anchor_       = no_key;

    std::uint64_t         changes_ = 1;
    mutable std::uint64_t counted_ = 0, counted_stamp_ = 0;
    mutable std::int64_t  counted_found_ = 0, count_ = 0;
};

}  // namespace ui
