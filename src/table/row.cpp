#include "table/row.hpp"

#include <bit>
#include <vector>

namespace table {
namespace {

using Held = Member::Held;

void read_member(const Column& column, std::uint32_t index, const Member& member, void* row)
{
    switch (member.held) {
    case Held::byte:   member.in<std::uint8_t>(row) = column.small()[index]; break;
    case Held::int32:  member.in<std::int32_t>(row) = column.ints()[index]; break;
    case Held::int64:  member.in<std::int64_t>(row) = column.bigs()[index]; break;
    case Held::text:   member.in<std::string>(row) = column.text(index); break;
    case Held::list:   member.in<std::vector<std::string>>(row) = unpack(column.text(index)); break;
    case Held::args:   member.in<base::Args>(row) = unpack_args(column.text(index)); break;
    case Held::choice: break;
    }
}

// A choice comes before the members of its alternatives; only members of the held alternative are read.
void read_choices(const Page& page, std::uint32_t index, const RowLayout& layout, std::uint64_t columns, void* row)
{
    for (; columns != 0; columns &= columns - 1) {
        const auto  number = static_cast<std::size_t>(std::countr_zero(columns));
        const auto& column = page.columns[number];
        const auto& member = layout.members[number];
        if (member.held == Held::choice) {
            auto*             variant = &member.in<char>(row);
            const std::size_t wanted  = column.small()[index];
            if (member.choice->held(variant) != wanted) member.choice->alternatives[wanted].hold(variant);
        } else if (member.is_there(row)) read_member(column, index, member, row);
    }
}

}  // namespace

void read_row(const Page& page, std::uint32_t index, const RowLayout& layout, std::uint64_t columns, void* row)
{
    if (page.columns.size() < max_columns) columns &= (std::uint64_t{1} << page.columns.size()) - 1;
    const auto in_choices = columns & layout.choices;
    for (columns ^= in_choices; columns != 0; columns &= columns - 1) {
        const auto number = static_cast<std::size_t>(std::countr_zero(columns));
        read_member(page.columns[number], index, layout.members[number], row);
    }
    if (in_choices != 0) read_choices(page, index, layout, in_choices, row);
}

Value value_of(const Member& member, const void* row, std::string& packed)
{
    switch (member.held) {
    case Held::byte:   return {member.in<std::uint8_t>(row)};
    case Held::int32:  return {member.in<std::int32_t>(row)};
    case Held::int64:  return {member.in<std::int64_t>(row)};
    case Held::text:   return {0, member.in<std::string>(row)};
    case Held::list:   return {0, packed = pack(member.in<std::vector<std::string>>(row))};
    case Held::args:   return {0, packed = pack(member.in<base::Args>(row))};
    case Held::choice: return {static_cast<std::int64_t>(member.choice->held(&member.in<char>(row)))};
    }
    return {};
}

Values::Values(const RowLayout& layout, const void* row)
{
    for (const auto& member : layout.members) {
        const auto& column = layout.schema.columns[count_];
        auto&       value  = values_[count_++];
        if (!member.is_there(row)) value = column.default_value();
        else if (member.held == Held::list || member.held == Held::args)
            value = value_of(member, row, packed_.emplace_front());
        else {
            std::string none;
            value = value_of(member, row, none);
        }
    }
}

}  // namespace table
