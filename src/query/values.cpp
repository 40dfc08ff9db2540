#include "query/values.hpp"

namespace query {

bool Values::is_number(int number) const
{
    const auto& described = column(number);
    return !described.fields.empty() ? kind(described.fields[0]) < table::ColumnType::text : described.has_order;
}

bool Values::is_field(int number) const
{
    const auto& described = column(number);
    return !described.fields.empty() && kind(described.fields[0]) >= table::ColumnType::text;
}

bool Values::is_text_field(int number) const
{
    const auto& described = column(number);
    return is_field(number) && (described.fields.size() > 1 || kind(described.fields[0]) == table::ColumnType::text);
}

std::int64_t Values::number_of(int number, std::uint32_t row) const
{
    const auto& described = column(number);
    if (!described.fields.empty()) {
        const auto number_there = rows_.at(described.fields[0], row).number;
        return described.days && number_there <= 0 ? blank : number_there;
    }
    source_.load(row, described.reads);
    return source_.order(static_cast<std::size_t>(number));
}

std::size_t Values::part_of(int number) const
{
    if (is_number(number) || is_field(number)) return table::Schema::none;
    std::size_t part = 0;
    while (texts_.parts()[part].column != static_cast<std::size_t>(number)) ++part;
    return part;
}

TextIndex::Coded Values::coded(int number, std::size_t page) const
{
    return is_field(number) ? TextIndex::of_field(rows_.pages()[page], column(number).fields[0])
                            : texts_.read(part_of(number), rows_, page);
}

std::string_view Values::text_of(int number, std::uint32_t row) const
{
    if (is_field(number)) {
        const auto& page = rows_.pages()[row / table::page_rows];
        for (const auto field : column(number).fields)
            if (const auto text = page.columns[field].text(row % table::page_rows); !text.empty()) return text;
        return {};
    }
    return coded(number, row / table::page_rows)[row % table::page_rows];
}

int Values::compare(const Sort& sort, std::uint32_t a, std::uint32_t b) const
{
    const auto directed = [&](int order) { return sort.descending ? -order : order; };
    if (is_number(sort.column)) {
        const auto left = number_of(sort.column, a), right = number_of(sort.column, b);
        if (left == right) return 0;
        if (left == blank || right == blank) return left == blank ? 1 : -1;
        return directed(left < right ? -1 : 1);
    }
    const auto left = text_of(sort.column, a), right = text_of(sort.column, b);
    if (left.empty() || right.empty()) return left.empty() && right.empty() ? 0 : left.empty() ? 1 : -1;
    return directed(collation_.compare(left, right));
}

bool Values::is_blank(int number, std::uint32_t row) const
{
    return is_number(number) ? number_of(number, row) == blank : text_of(number, row).empty();
}

}  // namespace query
