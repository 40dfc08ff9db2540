// Remembers what changes, so that it can be undone exactly: the store lays waiting commands over
// confirmed rows this way, with one copy of the data.
#pragma once
#include "table/schema.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace table {

class Rows;

// Table<T>::record_into(&journal) makes a table write here before each change. Several tables may
// share a journal. A table must neither move nor be assigned while entries of it are here.
class Journal {
public:
    // Takes back everything, the latest first; rows stand where they stood. The journal is empty then.
    void undo() { undo_to(0); }

    // mark() … undo_to(mark) takes back a part: one command of several.
    std::size_t mark() const { return entries_.size(); }
    void        undo_to(std::size_t mark);

    // Lets everything stand.
    void forget() { entries_.clear(); }

    bool empty() const { return entries_.empty(); }

    // For what is not in a table: remembers the value of `place`, which must outlive the entry.
    template <class Value>
    void keep(Value& place)
    {
        note([&place, before = place] { place = before; });
    }
    void note(std::function<void()> undo);

private:
    friend class Rows;

    // A row as it was, with its own text.
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
