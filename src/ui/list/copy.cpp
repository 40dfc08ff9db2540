#include "ui/format.hpp"
#include "ui/list/rows.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace ui {
namespace {

// More are exported as a file; writing them here would take longer than a frame may.
constexpr std::int64_t most_copied = 10'000;

// A cell of the copied table has one line and no tab.
std::string in_one_cell(std::string_view words)
{
    std::string cell(words);
    std::ranges::replace_if(cell, [](char each) { return each == '\t' || each == '\n' || each == '\r'; }, ' ');
    return cell;
}

std::vector<int> shown_columns(const ListFrame& list)
{
    std::vector<int> shown;
    if (list.columns.empty()) {
        for (const auto& column : arrangement(list.rows, list.state.columns))
            if (column.shown) shown.push_back(column.index);
    }
    for (const auto& place : list.columns) shown.push_back(place.index);
    return shown;
}

}  // namespace

void copy_rows(ListFrame& list, std::int64_t row)
{
    auto&      ui        = context();
    const auto selected  = selected_count(list);
    const bool selection = selected > 0;
    if (!selection && (row < 0 || row >= list.rows.size())) return;
    if (selected > most_copied) return ui.toast(Tone::warning, say("ui.too_many_to_copy", {count(most_copied)}));

    const auto  columns = shown_columns(list);
    std::string text;
    const auto  end = [&](std::size_t at) { text += at + 1 < columns.size() ? "\t" : "\r\n"; };
    for (std::size_t at = 0; at < columns.size(); end(at++))
        text += in_one_cell(base::text(ui.language, list.rows.column(columns[at]).title));
    const auto add = [&](std::int64_t number) {
        list.rows.load(number);
        for (std::size_t at = 0; at < columns.size(); end(at++)) text += in_one_cell(list.rows.cell(columns[at]).text);
    };
    if (!selection) add(row);
    else
        for (std::int64_t number = 0; number < list.rows.size(); ++number)
            if (list.state.selection.holds(list.rows.key(number))) add(number);
    const auto rows = selection ? selected : 1;
    ui.copy(std::move(text), say("ui.rows_copied", {count(rows)}));
}

}  // namespace ui
