// A table of structs, stored as columns. T lists its fields once (base/shape.hpp), first visit("id", t.id), a
// base::Id<T>. The table returns and takes rows as plain structs:
//
//     auto service  = *services.get(id);
//     service.label = "shop";
//     services.put(service);
//
// One thread at a time, readers too: see Rows.
#pragma once
#include "table/row.hpp"
#include "table/rows.hpp"
#include "table/schema.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

namespace table {

template <class T>
class Table {
public:
    Table() : rows_(schema_of<T>()) {}

    std::uint32_t size() const { return rows_.size(); }
    bool          empty() const { return size() == 0; }

    // Row numbers count from 0 without gaps. They are valid until a row is erased: then the last row moves into its
    // place.
    T row(std::uint32_t number) const
    {
        T row{};
        read(number, ~std::uint64_t{0}, row);
        return row;
    }
    // Fills in only the members of these columns, given as bits (Schema::bits_of); the others stay as they are.
    void read(std::uint32_t number, std::uint64_t columns, T& row) const
    {
        read_row(rows_.pages()[number / page_rows], number % page_rows, row_layout_of<T>(), columns, &row);
    }
    std::optional<std::uint32_t> find(const base::Id<T>& id) const { return rows_.find(id.value); }
    bool                         contains(const base::Id<T>& id) const { return find(id).has_value(); }
    std::optional<T>             get(const base::Id<T>& id) const
    {
        const auto number = find(id);
        return number ? std::optional<T>(row(*number)) : std::nullopt;
    }

    // Inserts the row, or replaces the one with the same id. False if an equal row was there: nothing changed.
    bool put(const T& row) { return rows_.put(Values(row_layout_of<T>(), &row).all()); }
    bool erase(const base::Id<T>& id) { return rows_.erase(id.value); }  // false when it was not there
    void clear() { rows_.clear(); }

    // for (const Service& service : services): makes each row as it is reached; do not change the table meanwhile.
    class Iterator {
    public:
        using iterator_concept  = std::input_iterator_tag;
        using iterator_category = std::input_iterator_tag;
        using value_type        = T;
        using difference_type   = std::ptrdiff_t;

        Iterator(const Table* table, std::uint32_t number) : table_(table), number_(number) {}
        T         operator*() const { return table_->row(number_); }
        Iterator& operator++()
        {
            ++number_;
            return *this;
        }
        Iterator operator++(int)
        {
            auto before = *this;
            ++number_;
            return before;
        }
        bool operator==(const Iterator&) const = default;

    private:
        const Table*  table_;
        std::uint32_t number_;
    };
    Iterator begin() const { return {this, 0}; }
    Iterator end() const { return {this, size()}; }

    // One value, without making the row. A column is named by its field's key; numbers are those of the field (days,
    // milliseconds, cents, the enumeration's value). The view is valid until the next change.
    static std::size_t column(std::string_view key) { return schema_of<T>().find(key); }
    std::string_view   text_at(std::size_t column, std::uint32_t number) const { return rows_.at(column, number).text; }
    std::int64_t number_at(std::size_t column, std::uint32_t number) const { return rows_.at(column, number).number; }

    // See Rows for these.
    std::uint64_t              revision() const { return rows_.revision(); }
    std::vector<std::uint32_t> dirty_pages() const { return rows_.dirty_pages(); }
    void                       clear_dirty() { rows_.clear_dirty(); }
    auto                       take_changes() { return rows_.take_changes(); }
    std::uint32_t              page_count() const { return static_cast<std::uint32_t>(rows_.pages().size()); }
    void                       adopt(Page page) { rows_.adopt(std::move(page)); }

    // While a journal is set, each change is recorded there first, so that Journal::undo reverts it; null ends recording.
    // A copy of the table does not record.
    void record_into(Journal* journal) { rows_.record_into(journal); }

    // For code that treats all tables alike: it is compiled once, not once per type.
    Rows&       rows() { return rows_; }
    const Rows& rows() const { return rows_; }

private:
    Rows rows_;
};

// True if both have the same rows in the same order, even if their pages encode them differently.
template <class T>
bool equal(const Table<T>& a, const Table<T>& b)
{
    return equal(a.rows(), b.rows());
}

}  // namespace table
