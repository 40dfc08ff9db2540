// Finds the rows of a table by the text in one of its columns, without looking at all of them. It follows the table: what
// was touched since it was last asked is filed anew, and only when that is not known is everything filed again.
// Answers change the index, though not what it means: as for the table itself, one thread at a time.
#pragma once
#include "table/rows.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace table {

class Index {
public:
    // A text or word column of the tables that it will be asked about.
    explicit Index(std::size_t column) : column_(column) {}

    // The numbers of the rows that say `key`, in ascending order. Of an empty key there are none: it means "nothing".
    // Always of the same table, or of a copy of it.
    std::vector<std::uint32_t> rows_of(const Rows&, std::string_view key);

    // Any of them; the quicker question where there is at most one.
    std::optional<std::uint32_t> any_of(const Rows&, std::string_view key);

    std::size_t memory() const;  // bytes held

    // How many rows were looked at since this was made: what a test holds to the size of the change.
    std::uint64_t rows_read() const { return rows_read_; }

private:
    // A row in a chain of those with the same key; numbers are row + 1, 0 is none.
    struct Link {
        std::uint32_t next = 0, before = 0;
        std::uint32_t hash = 0;  // of the key under which it is filed; 0: it is not
    };

    void             follow(const Rows&);
    void             file_all(const Rows&);
    void             file(const Rows&, std::uint32_t row);
    void             take_out(std::uint32_t row);
    void             make_room();
    std::size_t      slot_of(const Rows&, std::string_view key, std::uint32_t hash) const;
    std::string_view key_at(const Rows& rows, std::uint32_t row) const { return rows.at(column_, row).text; }

    std::size_t                column_;
    std::uint64_t              revision_ = 0;
    std::vector<Link>          links_;          // by row
    std::vector<std::uint32_t> heads_;          // open addressing: the first row of a chain; 0 was never used
    std::size_t                used_      = 0;  // slots of heads_ that are not 0
    std::uint64_t              rows_read_ = 0;
};

}  // namespace table
