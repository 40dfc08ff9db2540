// The values by which rows are sorted: a number or a text of one column, read without making a row if a field has it.
#pragma once
#include "query/order.hpp"
#include "query/text_index.hpp"

namespace query {

class Values final : public Comparing {
public:
    // All arguments must outlive this. Make part_of(column) in the index before reading texts of a column.
    Values(const table::Rows& rows, Source& source, const std::vector<EngineColumn>& columns, const TextIndex& texts,
           const Collation& collation)
        : rows_(rows), source_(source), columns_(columns), texts_(texts), collation_(collation)
    {}

    bool is_number(int column) const;
    bool is_text_field(int column) const;  // each row has its own text; otherwise rows share texts, by code

    std::int64_t     number_of(int column, std::uint32_t row) const;  // may be `blank`
    std::string_view text_of(int column, std::uint32_t row) const;

    // Calls each(text) for the rows of a page. Requires is_text_field(column).
    template <class Each>
    void each_text(int column, std::size_t page, Each each) const
    {
        const auto& fields = this->column(column).fields;
        const auto& rows   = rows_.pages()[page];
        const auto  last   = TextIndex::of_field(rows, fields.back());
        const auto  first  = fields.size() > 1 ? TextIndex::of_field(rows, fields.front()) : last;
        for (std::uint32_t row = 0; row < rows.rows; ++row) {
            const auto text = first[row];
            each(text.empty() ? last[row] : text);
        }
    }

    // Requires a column whose texts have codes.
    TextIndex::Coded coded(int column, std::size_t page) const;
    std::size_t      part_of(int column) const;  // the part of the index from which coded() reads, or none

    int  compare(const Sort&, std::uint32_t a, std::uint32_t b) const override;
    bool is_blank(int column, std::uint32_t row) const override;

private:
    const EngineColumn& column(int number) const { return columns_[static_cast<std::size_t>(number)]; }
    bool                is_field(int number) const;  // its texts are those of fields
    table::ColumnType   kind(std::size_t field) const { return rows_.schema().columns[field].kind; }

    const table::Rows&               rows_;
    Source&                          source_;
    const std::vector<EngineColumn>& columns_;
    const TextIndex&                 texts_;
    const Collation&                 collation_;
};

}  // namespace query
