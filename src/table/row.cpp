#include "table/row.hpp"

#include <bit>
#include <vector>

namespace table {

using Held = Member::Held;

void read_row(const Page& page, std::uint32_t index, const Shape& shape, std::uint64_t columns, void* row)
{
    if (page.columns.size() < max_columns) columns &= (std::uint64_t{1} << page.columns.size()) - 1;
    for (; columns != 0; columns &= columns - 1) {
        const auto  number = static_cast<std::size_t>(std::countr_zero(columns));
        const auto& column = page.columns[number];
        const auto& member = shape.members[number];
        switch (member.held) {
        case Held::byte:  member.in<std::uint8_t>(row) = column.small()[index]; break;
        case Held::int32: member.in<std::int32_t>(row) = column.ints()[index]; break;
        case Held::int64: member.in<std::int64_t>(row) = column.bigs()[index]; break;
        case Held::text:  member.in<std::string>(row) = column.text(index); break;
        case Held::list:  member.in<std::vector<std::string>>(row) = unpack(column.text(index)); break;
        }
    }
}

Values::Values(const Shape& shape, const void* row)
{
    for (const auto& member : shape.members) {
        auto& value = values_[count_++];
        switch (member.held) {
        case Held::byte:  value.number = member.in<std::uint8_t>(row); break;
        case Held::int32: value.number = member.in<std::int32_t>(row); break;
        case Held::int64: value.number = member.in<std::int64_t>(row); break;
        case Held::text:  value.text = member.in<std::string>(row); break;
        case Held::list:  value.text = packed_.emplace_front(pack(member.in<std::vector<std::string>>(row))); break;
        }
    }
}

}  // namespace table
