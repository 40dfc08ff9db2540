// Converts between a struct and the values of its columns.
#pragma once
#include "table/rows.hpp"
#include "table/schema.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <span>
#include <string>

namespace table {

// Fills a struct of that layout from a row of a page. The bits of `columns` select the members to fill; the others stay
// as they are. A member inside a choice needs the choice's column too: Schema::bits_of gives both.
void read_row(const Page&, std::uint32_t index, const RowLayout&, std::uint64_t columns, void* row);

// The value of a member that exists now (Member::is_there). It points into the struct, or for a list into `packed`.
Value value_of(const Member&, const void* row, std::string& packed);

// The values of a struct of that layout. They point into the struct, the layout and this object, which must outlive them.
class Values {
public:
    Values(const RowLayout&, const void* row);
    std::span<const Value> all() const { return {values_.data(), count_}; }

private:
    std::array<Value, max_columns> values_;
    std::size_t                    count_ = 0;
    std::forward_list<std::string> packed_;
};

}  // namespace table
