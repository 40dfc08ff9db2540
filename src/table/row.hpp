// Between a struct and the values of its columns.
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

// Fills a struct of that layout from a page's row. The bits of `columns` say which members are wanted; the others are
// left as they are. Who wants what lies in a choice wants the choice too: Schema::bits_of gives both.
void read_row(const Page&, std::uint32_t index, const RowLayout&, std::uint64_t columns, void* row);

// The value of a member that is there. It points into the struct, or where that holds a list into `packed`.
Value value_of(const Member&, const void* row, std::string& packed);

// The values of a struct of that layout. They point into the struct, the layout and this, which must outlive them.
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
