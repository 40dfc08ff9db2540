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

// Fills a struct of that shape from a page's row. The bits of `columns` say which members are wanted; the others are
// left as they are.
void read_row(const Page&, std::uint32_t index, const Shape&, std::uint64_t columns, void* row);

// The values of a struct of that shape. They point into the struct and into this, which must outlive them.
class Values {
public:
    Values(const Shape&, const void* row);
    std::span<const Value> all() const { return {values_.data(), count_}; }

private:
    std::array<Value, max_columns> values_;
    std::size_t                    count_ = 0;
    std::forward_list<std::string> packed_;
};

}  // namespace table
