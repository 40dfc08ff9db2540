// The rows of one table, without their type: pages of columns, an index by id, what changed since
// when. Table<T> gives them their type; src/query and pages.hpp read the columns here.
//
// Threads: a table is used by one thread at a time, and that holds for reading too, since a look-up by id may build the index
// although it is const. Tables of which none is a part of the other's journal may be used by different threads at once:
// all of an account belongs to one strand.
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

    // Rows count from 0 and lie without gaps: row n is row n % page_rows of page n / page_rows. A new row
    // comes last; the last row moves into the place of an erased one.
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

    // Inserts or replaces, by id: values[0]. Returns false when the row was there just so: nothing changed.
    bool put(std::span<const Value> values);
    bool put_row(const Rows& from, std::uint32_t row);  // a row of another table of the same schema
    bool erase(std::string_view id);
    void clear();  // not while a journal records

    // Another number after each change. Equal revisions mean equal rows, also of two tables: one is a copy.
    std::uint64_t revision() const { return revision_; }
    std::uint64_t members_revision() const { return members_revision_; }  // when a row last came or went

    // The rows that changed since the table had that revision, in no order, some twice; some may be gone by now.
    // Nothing when it never had it or does not remember: then all may have changed.
    std::optional<std::vector<std::uint32_t>> touched_since(std::uint64_t revision) const;

    // What moved rows: erasures, and the undoing of them and of insertions.
    const Moves& moves() const { return moves_; }

    const std::vector<Page>& pages() const { return pages_; }

    // Pages to store again. A number that is no page any more (>= pages().size()) is one to delete.
    // Changes that a journal records are provisional, and so is their undoing: they make nothing dirty.
    std::vector<std::uint32_t> dirty_pages() const;
    void                       clear_dirty() { dirty_.clear(); }

    // The rows that were put or erased since this was last asked for, in that order; one may come twice. Nothing when
    // there were too many to be told one by one: the dirty pages hold them all. What a journal records is not among them.
    struct Change {
        std::string id;
        bool        erased = false;
    };
    static constexpr std::size_t       most_changes = 1024;
    std::optional<std::vector<Change>> take_changes();

    // Takes over a page that was stored, as its last one; not dirty. The page fits the schema. Behind a full page it costs
    // nothing, because the index of ids is built when one is first looked for; whether all ids are different is known only
    // then. Whoever adopted pages asks repeats_an_id() before anything is changed.
    void adopt(Page page);

    // Whether two rows have one id, which only adopted pages that no program of ours wrote can bring about. Such a table
    // may be read by row number and copied with put_row(); nothing else works on it as it should.
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

    // Where an id is, or the empty slot where it would be.
    std::size_t slot_of(std::string_view id, std::uint64_t hashed) const;
    void        index_row(std::uint32_t row) const;
    void        index_all() const;
    void        index_many() const;
    void        enter(std::uint32_t row, std::uint64_t hashed) const;
    void        index_remove(std::string_view id) const;
    void        grow_index(std::size_t rows) const;

    // Belongs to one object: a copy does not write into the journal of its original.
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
    std::uint64_t       touches_from_     = 0;  // the revision that touches_ begin after
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

// The same rows in the same order, whatever their pages look like.
bool equal(const Rows& a, const Rows& b);

}  // namespace table
