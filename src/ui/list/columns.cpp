#include "ui/list/columns.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>

namespace ui {
namespace {

constexpr std::size_t most_columns = 64;

// 0 if it is not a valid column width.
float read_width(std::string_view text)
{
    int        width = 0;
    const auto end   = text.data() + text.size();
    const auto read  = std::from_chars(text.data(), end, width);
    if (read.ec != std::errc() || read.ptr != end) return 0;
    const auto px = static_cast<float>(width);
    return px < least_column_width || px > most_column_width ? 0 : px;
}

}  // namespace

ColumnChoices read_columns(std::string_view words)
{
    ColumnChoices choices;
    while (!words.empty() && choices.size() < most_columns) {
        const auto comma = words.find(',');
        auto       one   = words.substr(0, comma);
        words            = comma == std::string_view::npos ? std::string_view() : words.substr(comma + 1);

        ColumnChoice choice;
        if (one.starts_with('-')) {
            choice.shown = false;
            one.remove_prefix(1);
        }
        if (const auto colon = one.find(':'); colon != std::string_view::npos) {
            choice.width = read_width(one.substr(colon + 1));
            one          = one.substr(0, colon);
        }
        const auto column = base::find_key(one);
        if (!column || column->empty()) continue;
        if (std::ranges::find(choices, *column, &ColumnChoice::column) != choices.end()) continue;
        choice.column = *column;
        choices.push_back(choice);
    }
    return choices;
}

std::vector<Arranged> arrangement(std::span<const base::TextKey> titles, const ColumnChoices& choices)
{
    std::vector<Arranged> columns;
    const auto            add = [&](std::size_t at, bool shown, float width) {
        const auto index = static_cast<int>(at);
        const auto known = std::ranges::find(columns, index, &Arranged::index);
        if (known == columns.end()) columns.push_back({index, shown || index == 0, width});
    };
    const auto first = std::ranges::find(choices, titles[0], &ColumnChoice::column);
    add(0, true, first == choices.end() ? 0 : first->width);
    for (const auto& choice : choices)
        for (std::size_t at = 0; at < titles.size(); ++at)
            if (titles[at] == choice.column) add(at, choice.shown, choice.width);
    for (std::size_t at = 0; at < titles.size(); ++at) add(at, true, 0);
    return columns;
}

std::string print_columns(const ColumnChoices& choices)
{
    std::string words;
    for (const auto& choice : choices) {
        if (!words.empty()) words += ',';
        if (!choice.shown) words += '-';
        words += base::key_name(choice.column);
        if (choice.width > 0) words.append(":").append(std::to_string(std::lround(choice.width)));
    }
    return words;
}

}  // namespace ui
