// Records changes so that they can be undone exactly. The store uses it to apply waiting commands on top of confirmed
// rows, with a single copy of the data.
#pragma once
#include "table/schema.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace table {

class Rows;

// Table<T>::record_into(&journal) makes a table record here before each change. Several tables may share a journal. A
// table must neither move nor be assigned to while the journal has entries of it.
class Journal {
public:
    // Undoes everything, the latest change first; rows get back their old numbers. Leaves the journal empty.
    void undo() { undo_to(0); }

    // undo_to(mark) undoes only what was recorded since mark(): one command of several.
    std::size_t mark() const { return entries_.size(); }
    void        undo_to(std::size_t mark);

    // Keeps all changes: they can no longer be undone.
    void forget() { entries_.clear(); }

    bool empty() const { return entries_.empty(); }

    // For data outside tables: remembers the value of `place`, which must outlive the entry.
    template <class Value>
    void keep(Value& place)
    {
        note([&place, before = place] { place = before; });
    }
    void note(std::function<void()> undo);

private:
    friend class Rows;

    // A row before the change, with its own copies of the texts.
    struct Image {
        std::vector<std::int64_t> numbers;
        std::vector<std::string>  texts;
        std::vector<Value>        values() const;
    };
    enum class Change : std::uint8_t { inserted, replaced, erased, other };
    struct Entry {
        Change                change = Change::other;
        Rows*                 rows   = nullptr;
        std::uint32_t         row    = 0;
        Image                 before = {};
        std::function<void()> undo   = {};
    };
    std::vector<Entry> entries_;
};

}  // namespace table
