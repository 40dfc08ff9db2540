#include "table/rows.hpp"

#include "base/must.hpp"

#include <algorithm>
#include <atomic>
#include <utility>

namespace table {
namespace {

constexpr std::size_t most_touches = 1024;  // remembered; after more changes the whole table is looked at again

// One counter for all tables and threads, so that a view never mistakes another table's rows for its own.
std::uint64_t next_revision()
{
    static std::atomic<std::uint64_t> last = 0;
    return last.fetch_add(1, std::memory_order_relaxed) + 1;
}

}  // namespace

Rows::Rows(const Schema& schema) : schema_(&schema), moves_(next_revision()) {}

bool Rows::put(std::span<const Value> values)
{
    const auto found = find(values[0].text);
    if (!found) {
        record(Journal::Change::inserted, size());
        append(values);
        touch(size() - 1);
        note_change(values[0].text, false);
        return true;
    }
    const auto& columns = pages_[*found / page_rows].columns;
    bool        same    = true;
    for (std::size_t column = 0; column < columns.size(); ++column)
        same = same && columns[column].equals(*found % page_rows, values[column]);
    if (same) return false;
    record(Journal::Change::replaced, *found);
    write(*found, values);
    touch(*found);
    note_change(values[0].text, false);
    return true;
}

bool Rows::put_row(const Rows& from, std::uint32_t row)
{
    std::vector<Value> values;
    values.reserve(schema_->columns.size());
    for (std::size_t column = 0; column < schema_->columns.size(); ++column) values.push_back(from.at(column, row));
    return put(values);
}

bool Rows::erase(std::string_view id)
{
    const auto found = find(id);
    if (!found) return false;
    record(Journal::Change::erased, *found);
    note_change(id, true);
    const auto last = size() - 1;
    touch(*found);
    touch(last);
    swap_out(*found);
    return true;
}

void Rows::clear()
{
    base::must(!journal_.to);  // this could not be undone
    for (std::uint32_t page = 0; page < pages_.size(); ++page) mark_dirty(page);
    pages_.clear();
    slots_.clear();
    repeats_an_id_    = false;
    indexed_          = 0;
    revision_         = next_revision();
    too_many_changes_ = true;
    forget_touches();
    moves_ = Moves(next_revision());
}

// --- changes -------------------------------------------------------------------

void Rows::mark_dirty(std::uint32_t page)
{
    if (page >= dirty_.size()) dirty_.resize(page + 1, false);
    dirty_[page] = true;
}

void Rows::touch(std::uint32_t row)
{
    revision_                        = next_revision();
    pages_[row / page_rows].revision = revision_;
    if (touches_.size() == most_touches) {
        touches_from_ = touches_[most_touches / 2 - 1].revision;
        touches_.erase(touches_.begin(), touches_.begin() + most_touches / 2);
    }
    touches_.push_back({revision_, row});
    if (!journal_.to && !undoing_) mark_dirty(row / page_rows);
}

void Rows::note_change(std::string_view id, bool erased)
{
    if (journal_.to || too_many_changes_) return;
    if (!changes_.empty() && changes_.back().id == id && changes_.back().erased == erased) return;
    changes_.push_back({std::string(id), erased});
    too_many_changes_ = changes_.size() > most_changes;
    if (too_many_changes_) changes_ = {};
}

std::optional<std::vector<Rows::Change>> Rows::take_changes()
{
    auto taken = std::exchange(changes_, {});
    if (std::exchange(too_many_changes_, false)) return std::nullopt;
    return taken;
}

void Rows::forget_touches()
{
    touches_.clear();
    touches_from_ = members_revision_ = revision_;
}

std::optional<std::vector<std::uint32_t>> Rows::touched_since(std::uint64_t revision) const
{
    auto from = touches_.begin();
    if (revision != touches_from_) {
        from = std::find_if(from, touches_.end(), [&](const Touch& one) { return one.revision == revision; });
        if (from == touches_.end()) return std::nullopt;
        ++from;
    }
    std::vector<std::uint32_t> rows;
    for (; from != touches_.end(); ++from) rows.push_back(from->row);
    return rows;
}

void Rows::append(std::span<const Value> values)
{
    if (pages_.empty() || pages_.back().rows == page_rows) {
        pages_.emplace_back();
        for (const auto& column : schema_->columns) pages_.back().columns.emplace_back(column.kind);
    }
    auto& page = pages_.back();
    for (std::size_t column = 0; column < page.columns.size(); ++column) page.columns[column].push(values[column]);
    if (++page.rows == page_rows)
        for (auto& column : page.columns) column.release_spare();
    index_row(size() - 1);
    members_revision_ = next_revision();
}

void Rows::write(std::uint32_t row, std::span<const Value> values)
{
    auto& columns = pages_[row / page_rows].columns;
    for (std::size_t column = 0; column < columns.size(); ++column)
        if (!columns[column].equals(row % page_rows, values[column]))
            columns[column].set(row % page_rows, values[column]);
}

void Rows::drop_last()
{
    index_remove(id_at(size() - 1));
    auto& page = pages_.back();
    for (auto& column : page.columns) column.pop();
    --indexed_;
    if (--page.rows == 0) pages_.pop_back();
    members_revision_ = next_revision();
}

void Rows::swap_out(std::uint32_t row)
{
    const auto last = size() - 1;
    moves_.note(next_revision(), {row, Move::gone});
    if (row == last) return drop_last();
    moves_.note(next_revision(), {last, row});
    const auto moved = image(last);
    const auto gone  = std::string(id_at(row));
    drop_last();
    index_remove(gone);
    write(row, moved.values());
    index_row(row);
}

void Rows::swap_in(std::uint32_t row, const Journal::Image& before)
{
    if (row == size()) return append(before.values());
    moves_.note(next_revision(), {row, size()});
    const auto moved = image(row);
    index_remove(id_at(row));
    write(row, before.values());
    index_row(row);
    append(moved.values());
}

// --- the journal ---------------------------------------------------------------

Journal::Image Rows::image(std::uint32_t row) const
{
    Journal::Image image;
    for (const auto& column : pages_[row / page_rows].columns) {
        const auto value = column.at(row % page_rows);
        image.numbers.push_back(value.number);
        image.texts.emplace_back(value.text);
    }
    return image;
}

void Rows::record(Journal::Change change, std::uint32_t row)
{
    if (!journal_.to) return;
    auto& entry  = journal_.to->entries_.emplace_back();
    entry.change = change;
    entry.rows   = this;
    entry.row    = row;
    if (change != Journal::Change::inserted) entry.before = image(row);
}

void Rows::undo(const Journal::Entry& entry)
{
    index_all();
    undoing_ = true;
    switch (entry.change) {
    case Journal::Change::inserted:
        base::must(entry.row + 1 == size());
        touch(entry.row);
        moves_.note(next_revision(), {entry.row, Move::gone});
        drop_last();
        break;
    case Journal::Change::replaced:
        base::must(entry.row < size());
        write(entry.row, entry.before.values());
        touch(entry.row);
        break;
    case Journal::Change::erased:
        base::must(entry.row <= size());
        swap_in(entry.row, entry.before);
        touch(entry.row);
        touch(size() - 1);
        break;
    case Journal::Change::other: break;
    }
    undoing_ = false;
}

std::vector<Value> Journal::Image::values() const
{
    std::vector<Value> values;
    for (std::size_t column = 0; column < numbers.size(); ++column) values.push_back({numbers[column], texts[column]});
    return values;
}

void Journal::undo_to(std::size_t mark)
{
    base::must(mark <= entries_.size());
    while (entries_.size() > mark) {
        const auto entry = std::move(entries_.back());
        entries_.pop_back();
        if (entry.rows) entry.rows->undo(entry);
        else entry.undo();
    }
}

void Journal::note(std::function<void()> undo)
{
    auto& entry = entries_.emplace_back();
    entry.undo  = std::move(undo);
}

// --- pages ---------------------------------------------------------------------

std::vector<std::uint32_t> Rows::dirty_pages() const
{
    std::vector<std::uint32_t> pages;
    for (std::uint32_t page = 0; page < dirty_.size(); ++page)
        if (dirty_[page]) pages.push_back(page);
    return pages;
}

void Rows::adopt(Page page)
{
    if (page.rows == 0) return;
    if (pages_.empty() || pages_.back().rows == page_rows) {
        page.revision = revision_ = members_revision_ = next_revision();
        pages_.push_back(std::move(page));
        forget_touches();
        return;
    }
    // Rows between the last page and this one were lost: append these rows one by one, to be stored again.
    for (std::uint32_t row = 0; row < page.rows; ++row) {
        std::vector<Value> values;
        for (const auto& column : page.columns) values.push_back(column.at(row));
        if (find(values[0].text)) continue;
        append(values);
        touch(size() - 1);
    }
    too_many_changes_ = true;
}

std::size_t Rows::memory() const
{
    std::size_t bytes = sizeof *this + slots_.capacity() * sizeof slots_[0];
    bytes += pages_.capacity() * sizeof(Page);
    for (const auto& page : pages_)
        for (const auto& column : page.columns) bytes += column.memory();
    return bytes;
}

bool equal(const Rows& a, const Rows& b)
{
    if (a.size() != b.size() || a.schema().columns != b.schema().columns) return false;
    if (a.revision() == b.revision()) return true;
    for (std::size_t page = 0; page < a.pages().size(); ++page)
        for (std::size_t column = 0; column < a.schema().columns.size(); ++column) {
            const auto& left  = a.pages()[page].columns[column];
            const auto& right = b.pages()[page].columns[column];
            for (std::uint32_t row = 0; row < a.pages()[page].rows; ++row)
                if (!left.equals(row, right.at(row))) return false;
        }
    return true;
}

}  // namespace table
