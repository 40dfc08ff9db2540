// The rows of one table, without their type: pages of columns, an index by id, and a record of recent changes. Table<T>
// adds the type; src/query and pages.hpp read the columns here.
//
// Threads: one thread at a time uses a table, also for reading, since a const look-up by id may build the index.
// Different threads may use different tables at once, unless these share a journal: all tables of an account belong to
// one strand.
#pragma once
#include "table/column.hpp"
#include "table/counting.hpp"
#include "table/journal.hpp"
#include "table/moves.hpp"
#include "table/schema.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace table {

inline constexpr std::uint32_t page_rows = 8192;

struct Page {
    std::vector<Column> columns;
    std::uint32_t       rows     = 0;
    std::uint64_t       revision = 0;  // of the table, when this page last changed
};

class Rows {
public:
    explicit Rows(const Schema& schema);

    const Schema& schema() const { return *schema_; }

    // Rows count from 0 without gaps: row n is row n % page_rows of page n / page_rows. A new row comes last; the last
    // row moves into the place of an erased one.
    std::uint32_t size() const
    {
        return pages_.empty() ? 0 : static_cast<std::uint32_t>(pages_.size() - 1) * page_rows + pages_.back().rows;
    }
    Value at(std::size_t column, std::uint32_t row) const
    {
        count_rows();
        return pages_[row / page_rows].columns[column].at(row % page_rows);
    }

    std::optional<std::uint32_t> find(std::string_view id) const;

    // Inserts the row, or replaces the one with the same id (values[0]). False if it was there with the same values:
    // nothing changed.
    bool put(std::span<const Value> values);
    bool put_row(const Rows& from, std::uint32_t row);  // a row of another table of the same schema
    bool erase(std::string_view id);
    void clear();  // not while a journal records

    // Changes with every change of the table. Equal revisions mean equal rows, also of two tables: then one is a copy of
    // the other.
    std::uint64_t revision() const { return revision_; }
    std::uint64_t members_revision() const { return members_revision_; }  // as of the last insertion or erasure

    // The rows that changed since the table had that revision, in no order, some twice; some may be gone by now. Nothing
    // if the table never had that revision or no longer remembers it: then all rows may have changed.
    std::optional<std::vector<std::uint32_t>> touched_since(std::uint64_t revision) const;

    // Rows move when a row is erased, and when an erasure or an insertion is undone.
    const Moves& moves() const { return moves_; }

    const std::vector<Page>& pages() const { return pages_; }

    // Pages to store again. A number that is no page any more (>= pages().size()) means a page to delete. Changes that a
    // journal records are provisional, and so is their undoing: neither makes a page dirty.
    std::vector<std::uint32_t> dirty_pages() const;
    void                       clear_dirty() { dirty_.clear(); }

    // The rows that were put or erased since the last call, in order; one may come twice. Nothing if there were too many
    // to list: dirty_pages() covers them all. Does not include changes that a journal records.
    struct Change {
        std::string id;
        bool        erased = false;
    };
    static constexpr std::size_t       most_changes = 1024;
    std::optional<std::vector<Change>> take_changes();

    // Appends a stored page, which must fit the schema; it is not dirty. After a full page this costs nothing: the index
    // of ids is built at the first look-up, and only then are equal ids noticed. Call repeats_an_id() after adopting
    // pages and before any change.
    void adopt(Page page);

    // True if two rows have the same id, which happens only with adopted pages that no program of ours wrote. Such a
    // table may be read by row number and copied with put_row(); nothing else works correctly on it.
    bool repeats_an_id() const;

    void record_into(Journal* journal) { journal_.to = journal; }

    std::size_t memory() const;  // bytes held, index included

private:
    friend class Journal;

    std::string_view id_at(std::uint32_t row) const { return pages_[row / page_rows].columns[0].text(row % page_rows); }
    void             mark_dirty(std::uint32_t page);
    void             touch(std::uint32_t row);
    void             note_change(std::string_view id, bool erased);
    void             append(std::span<const Value> values);
    void             write(std::uint32_t row, std::span<const Value> values);
    void             drop_last();
    void             swap_out(std::uint32_t row);                               // erase, by number
    void             swap_in(std::uint32_t row, const Journal::Image& before);  // the exact inverse
    void             undo(const Journal::Entry& entry);
    Journal::Image   image(std::uint32_t row) const;
    void             record(Journal::Change change, std::uint32_t row);

    // The slot of an id, or the empty slot where it would be.
    std::size_t slot_of(std::string_view id, std::uint64_t hashed) const;
    void        index_row(std::uint32_t row) const;
    void        index_all() const;
    void        index_many() const;
    void        enter(std::uint32_t row, std::uint64_t hashed) const;
    void        index_remove(std::string_view id) const;
    void        grow_index(std::size_t rows) const;

    // Not copied with the table: a copy does not record into the journal of its original.
    struct Attached {
        Journal* to = nullptr;
        Attached()  = default;
        Attached(const Attached&) {}
        Attached& operator=(const Attached&) { return *this; }
    };

    struct Touch {
        std::uint64_t revision;
        std::uint32_t row;
    };
    void forget_touches();

    const Schema*       schema_;
    std::vector<Page>   pages_;
    std::uint64_t       revision_         = 0;
    std::uint64_t       members_revision_ = 0;
    std::uint64_t       touches_from_     = 0;  // touches_ has all touches after this revision
    std::vector<Touch>  touches_;               // the latest ones
    Moves               moves_;
    std::vector<bool>   dirty_;  // by page; longer than pages_ when pages are gone, shorter when the rest is clean
    Attached            journal_;
    bool                undoing_ = false;
    std::vector<Change> changes_;
    bool                too_many_changes_ = false;

    mutable std::vector<std::uint32_t> slots_;  // open addressing: row + 1, and in the bits above a tag of the id
    mutable std::uint32_t              indexed_       = 0;
    mutable bool                       repeats_an_id_ = false;
};

// True if both have the same rows in the same order, even if their pages encode them differently.
bool equal(const Rows& a, const Rows& b);

}  // namespace table
