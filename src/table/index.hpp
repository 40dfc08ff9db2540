// Finds the rows of a table by the text in one of its columns, without looking at all rows. It follows the table: each
// query first refiles the rows touched since the last query, or all rows when it cannot know which those are. So queries
// modify the index: as for the table itself, one thread at a time.
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
    // `column` is a text or word column of the tables that are passed to the queries.
    explicit Index(std::size_t column) : column_(column) {}

    // The numbers of the rows whose column holds `key`, in ascending order; none for an empty key, which means "nothing".
    // All calls must pass the same table, or a copy of it.
    std::vector<std::uint32_t> rows_of(const Rows&, std::string_view key);

    // Any one of these rows; quicker where there is at most one.
    std::optional<std::uint32_t> any_of(const Rows&, std::string_view key);

    std::size_t memory() const;  // bytes held

    // The number of rows looked at since this was made, so that tests can compare it with the size of a change.
    std::uint64_t rows_read() const { return rows_read_; }

private:
    // A row in the chain of rows with the same key; numbers are row + 1, 0 is none.
    struct Link {
        std::uint32_t next = 0, before = 0;
        std::uint32_t hash = 0;  // of the key under which it is filed; 0: not filed
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
    std::vector<std::uint32_t> heads_;          // open addressing: the first row of each chain; 0: never used
    std::size_t                used_      = 0;  // slots of heads_ that are not 0
    std::uint64_t              rows_read_ = 0;
};

}  // namespace table
