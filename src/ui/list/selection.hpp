// Which rows of a list are selected. Rows are known by keys that last while rows move (a table's row number, say,
// followed through its moves), never by their place in the list. No ImGui here.
//
// A selection belongs to one question: a tab with its filters and search. Precisely:
// - Another order changes nothing.
// - Another question empties it: nobody acts on rows that are not on the screen.
// - "All" means every row that answers the question, now and later, but those taken out one by one. It costs
//   nothing at a million rows, and a row that comes to answer the question meanwhile belongs to it.
// - A row that no longer answers is neither counted nor given out; it is again once it answers again.
// - A row that is gone, and comes back, is a new one.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

class Selection {
public:
    using Key = std::uint32_t;

    // Another question than the last one empties the selection.
    void ask(std::string_view question);

    bool holds(Key key) const { return listed(key) != all_; }
    void set(Key key, bool on);
    void set_all();
    void clear();
    bool empty() const { return !all_ && listed_count_ == 0; }

    // The row of key `from` has the key `to` now; drop: it is gone.
    void move(Key from, Key to);
    void drop(Key key);

    // How many of the rows found are selected. Counted anew only when something changed: `stamp` is another number
    // whenever the rows found may be others.
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

    // The row that a range begins at: the one selected or taken out last.
    bool has_anchor() const { return anchor_ != no_key; }
    Key  anchor() const { return anchor_; }
    void set_anchor(Key key) { anchor_ = key; }

private:
    static constexpr Key no_key = 0xffffffff;

    bool listed(Key key) const { return key / 64 < bits_.size() && (bits_[key / 64] >> key % 64 & 1) != 0; }
    void list(Key key, bool on);

    std::string                question_;
    bool                       all_ = false;  // the listed ones are those taken out
    std::vector<std::uint64_t> bits_;         // by key
    std::int64_t               listed_count_ = 0;
    Key                        anchor_       = no_key;

    std::uint64_t         changes_ = 1;
    mutable std::uint64_t counted_ = 0, counted_stamp_ = 0;
    mutable std::int64_t  counted_found_ = 0, count_ = 0;
};

}  // namespace ui
