// Rows of which there are so few that all of them are made, searched and sorted when something has changed: carts, trades,
// letters. Kept in a Fresh, by what the list asks for. The words searched are those on the screen.
#pragma once
#include "base/sort.hpp"
#include "base/text.hpp"
#include "ui/list/list.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace pages {

template <class Row>
class FewRows {
public:
    // `keys` is asked for what a column sorts by, by its ColumnStyle::sort; texts are compared as they are.
    FewRows(std::vector<Row> rows, std::span<const ui::Column<Row>>           columns,
            std::string (*keys)(const Row&, int column), const ui::ListState& list)
        : rows_(std::move(rows)), total_(rows_.size())
    {
        const auto words = base::words(list.search);
        if (!words.empty())
            std::erase_if(rows_, [&](const Row& row) {
                std::string text;
                for (const auto& column : columns) text += base::fold(column.cell(row).text) + ' ';
                return std::any_of(words.begin(), words.end(),
                                   [&](const auto& word) { return text.find(word) == std::string::npos; });
            });
        base::sort(rows_, [&](const Row& a, const Row& b) {
            for (const auto& sort : list.sort) {
                const auto left = keys(a, sort.column), right = keys(b, sort.column);
                if (left != right) return (left < right) != sort.descending;
            }
            return false;
        });
    }

    FewRows() = default;

    std::size_t size() const { return rows_.size(); }
    std::size_t total() const { return total_; }
    const Row&  operator[](std::size_t place) const { return rows_[place]; }

private:
    std::vector<Row> rows_;
    std::size_t      total_ = 0;
};

// What a list asks for, as one text.
inline std::string question_of(const ui::ListState& list)
{
    auto question = list.search;
    for (const auto& sort : list.sort) question += (sort.descending ? "\n-" : "\n+") + std::to_string(sort.column);
    return question;
}

// A moment, or a number that is not negative, as a text that sorts.
inline std::string sort_key(std::int64_t number)
{
    auto digits = std::to_string(number);
    return std::string(20 - std::min<std::size_t>(20, digits.size()), '0') + digits;
}

}  // namespace pages
