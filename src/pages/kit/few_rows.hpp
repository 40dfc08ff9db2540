// Rows of small lists (carts, trades, letters), all of which are rebuilt, searched and sorted after any change. The
// search matches the displayed words.
#pragma once
#include "base/pasted.hpp"
#include "base/sort.hpp"
#include "base/text.hpp"
#include "pages/kit/fresh.hpp"
#include "pages/kit/list_address.hpp"
#include "ui/list/list.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pages {

template <class Row>
class FewRows {
public:
    // `keys` returns the sort key of a row for a ColumnStyle::sort; texts are compared byte by byte.
    FewRows(std::vector<Row> rows, std::span<const ui::Column<Row>>           columns,
            std::string (*keys)(const Row&, int column), const ui::ListState& list)
        : rows_(std::move(rows)), total_(rows_.size())
    {
        const auto words = list.search.empty() ? std::vector<std::string>() : base::search_words(list.search);
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

// A list's search and order as one text.
inline std::string question_of(const ui::ListState& list)
{
    auto question = list.search;
    for (const auto& sort : list.sort) question += (sort.descending ? "\n-" : "\n+") + std::to_string(sort.column);
    return question;
}

// A page's state of such a list.
template <class Row>
struct FewList {
    ui::ListState       list;
    Fresh<FewRows<Row>> found;
};

// How it is sorted: the keys of a column, and the default order.
template <class Row>
struct FewOrder {
    std::string (*keys)(const Row&, int column);
    ui::SortKey first;
};

// Draws the list; its search is kept in the address. `make_rows()` returns all rows; it is called only when they may
// have changed. Returns what the customer picked, if anything.
template <class Row, class Act, class MakeRows>
std::optional<ui::Picked<Row, Act>> draw_few(FewList<Row>& few, base::TextKey title,
                                             const ui::List<Row, Act>& described, FewOrder<Row> order, Screen& screen,
                                             MakeRows make_rows)
{
    auto& list = few.list;
    read_search(list, screen);
    if (list.sort.empty()) list.sort = {order.first};
    const auto& found = few.found.of(
        screen, [&] { return FewRows<Row>(make_rows(), described.columns, order.keys, list); }, question_of(list));
    auto picked = ui::draw(described, title, list, found, {.loading = !screen.store.ready()});
    keep_search(list, screen);
    return picked;
}

// A time or another non-negative number as a text that sorts in the same order.
inline std::string sort_key(std::int64_t number)
{
    auto digits = std::to_string(number);
    return std::string(20 - std::min<std::size_t>(20, digits.size()), '0') + digits;
}

}  // namespace pages
