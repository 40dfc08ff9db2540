// The columns of a list: which are shown, where, and how the customer changes that, by dragging the edges of the titles
// and in a popup.
#include "ui/core/parts.hpp"
#include "ui/fields/form.hpp"
#include "ui/icons.hpp"
#include "ui/list/rows.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float least_flexible = 204;
constexpr float edge_reach     = 5;   // px on both sides of an edge
constexpr float width_step     = 20;  // px for one press in the popup

// The described width, at least wide enough for the title and the sort icon: only the customer may make it narrower.
float described_width(const ListRows::ColumnView& view)
{
    if (view.width <= 0) return 0;
    const float title = text_width(base::text(context().language, view.title), Type::caption_strong);
    return std::max(view.width, std::ceil(title) + 2 * list_pad + (view.style.sort >= 0 ? 20.0f : 0.0f));
}

float least_width(const ListColumn& column) { return column.view.width > 0 ? least_column_width : least_flexible; }

ColumnChoices choices_of(const ListRows& rows, const std::vector<Arranged>& columns)
{
    ColumnChoices choices;
    for (const auto& column : columns) choices.push_back({rows.column(column.index).title, column.shown, column.width});
    return choices;
}

void set_width(ListState& state, const ListRows& rows, const ListColumn& column, float width)
{
    if (column.view.width <= 0) return;  // it takes what is left
    auto columns = arrangement(rows, state.columns);
    for (auto& one : columns)
        if (one.index == column.index) one.width = std::round(std::clamp(width, least_column_width, most_column_width));
    state.columns = choices_of(rows, columns);
}

// Moves the edge between two columns: one gains what the other loses, and neither gets narrower than its minimum.
void move_edge(ListFrame& list, const ListColumn& left, const ListColumn& right, float by)
{
    by = std::clamp(by, std::min(0.0f, least_width(left) - left.width),
                    std::max(0.0f, right.width - least_width(right)));
    if (std::abs(by) < 0.5f) return;
    set_width(list.state, list.rows, left, left.width + by);
    set_width(list.state, list.rows, right, right.width - by);
    context().animate();
}

// Draws the popup's line for the column in place `at`; true if `columns` was changed.
bool draw_arranged(const Arranged& shown, std::size_t at, std::vector<Arranged>& columns, const ListRows& rows)
{
    auto        column = shown;
    const auto  view   = rows.column(column.index);
    const auto  title  = base::text(context().language, view.title);
    const float width  = column.width > 0 ? column.width : described_width(view);
    const auto  limit  = say("ui.at_limit");
    const auto  why    = [&](bool possible) { return possible ? std::string_view() : std::string_view(limit); };
    IdScope     scope(static_cast<std::uint32_t>(column.index));
    Group       line(Role::listitem, title);
    Row         row({.gap = 2, .wrap = false});
    bool        changed = checkbox(view.title, column.shown);
    row.push_right();
    if (view.width > 0) {
        const auto resize = [&](base::TextKey name, Icon icon, float to) {
            const bool possible = column.shown && to >= least_column_width && to <= most_column_width;
            if (!icon_button(say(name, {title}), icon, {.kind = Kind::ghost, .why_not = why(possible)})) return;
            column.width = std::round(to);
            changed      = true;
        };
        resize("ui.column_narrower", icons::minus, width - width_step);
        resize("ui.column_wider", icons::plus, width + width_step);
        gap(8);
    }
    const auto move = [&](base::TextKey name, Icon icon, std::size_t to) {
        const auto words    = say(name, {title});
        const bool possible = to >= 1 && to < columns.size();
        if (!icon_button(words, icon, {.kind = Kind::ghost, .why_not = why(possible)})) return false;
        context().focus(id_of(words));  // follows the moved column
        std::swap(columns[at], columns[to]);
        return true;
    };
    if (changed) columns[at] = column;
    const bool up   = move("ui.column_up", icons::arrow_up, at - 1);
    const bool down = move("ui.column_down", icons::arrow_down, at + 1);
    return changed || up || down;
}

}  // namespace

std::vector<Arranged> arrangement(const ListRows& rows, const ColumnChoices& choices)
{
    std::vector<base::TextKey> titles;
    for (int index = 0; index < rows.columns(); ++index) titles.push_back(rows.column(index).title);
    return arrangement(titles, choices);
}

std::vector<ListColumn> lay_out(const ListRows& rows, const ColumnChoices& choices, float x, float width, float actions)
{
    std::vector<ListColumn> columns;
    for (const auto& one : arrangement(rows, choices)) {
        if (!one.shown) continue;
        auto view  = rows.column(one.index);
        view.width = view.width > 0 && one.width > 0 ? one.width : described_width(view);
        columns.push_back({one.index, 0, 0, view, view.width > 0 && one.width > 0});
    }
    const float room   = width - actions;
    const auto  needed = [&] {
        float sum = 0;
        for (const auto& column : columns) sum += column.view.width > 0 ? column.view.width : least_flexible;
        return sum;
    };
    while (columns.size() > 1 && needed() > room) {
        auto worst = columns.begin() + 1;
        for (auto at = worst; at != columns.end(); ++at)
            if (at->view.style.priority >= worst->view.style.priority) worst = at;
        if (worst->view.style.priority == 0) break;
        columns.erase(worst);
    }
    float fixed    = 0;
    int   flexible = 0, free = 0;
    for (const auto& column : columns) {
        fixed += column.view.width;
        flexible += column.view.width <= 0;
        free += !column.chosen;
    }
    const float share = flexible > 0 ? std::max(80.0f, (room - fixed) / static_cast<float>(flexible)) : 0;
    const float more  = flexible > 0 || free == 0 ? 0 : std::max(0.0f, (room - fixed) / static_cast<float>(free));
    for (auto& column : columns) {
        column.x     = std::round(x);
        column.width = std::floor(column.view.width <= 0 ? share : column.view.width + (column.chosen ? 0 : more));
        x += column.width;
    }
    return columns;
}

void drag_edges(ListFrame& list, const Rect& header)
{
    const bool  dragged = list.state.resizing;
    const float mouse   = ImGui::GetIO().MousePos.x;
    list.state.resizing = false;
    for (std::size_t at = 0; at + 1 < list.columns.size(); ++at) {
        const auto   left = list.columns[at], right = list.columns[at + 1];
        const float  x       = right.x;
        const auto   id      = id_below(list.id, 0x6000 + left.index);
        bool         hovered = false, held = false;
        const ImRect box({x - edge_reach, header.y}, {x + edge_reach, header.bottom()});
        if (!ImGui::ItemAdd(box, id, nullptr, ImGuiItemFlags_NoNav)) continue;
        context().parts().silent.push_back(id);
        ImGui::ButtonBehavior(box, id, &hovered, &held, ImGuiButtonFlags_NoNavFocus | ImGuiButtonFlags_PressedOnClick);
        const float shown = context().ease(id, hovered || held, 120);
        if (hovered || held) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
        if (shown > 0)
            fill({std::round(x) - 1, header.y + 8, 2, header.h - 16},
                 faded(held ? palette().accent : palette().boundary, shown), 1);
        if (!held) continue;
        if (!dragged) list.state.grip = mouse - x;
        list.state.resizing = true;
        move_edge(list, left, right, mouse - list.state.grip - x);
    }
}

void draw_arranging(ListState& state, const ListRows& rows)
{
    DialogScope dialog(state.arranging, "ui.columns", {.hint = "ui.columns_hint", .icon = icons::columns_3});
    if (!dialog) return;
    auto columns = arrangement(rows, state.columns);
    caption(say("ui.columns_first", {base::text(context().language, rows.column(0).title)}));
    {
        Group      list(Role::list, "ui.columns");
        Stack      close({.gap = 0});
        const auto shown   = columns;
        bool       changed = false;
        for (std::size_t at = 1; at < shown.size(); ++at) changed |= draw_arranged(shown[at], at, columns, rows);
        if (changed) {
            state.columns = choices_of(rows, columns);
            context().animate();
        }
    }
    dialog.footer();
    if (!state.columns.empty() && button("ui.columns_reset")) state.columns.clear();
    if (button("ui.done", {.kind = Kind::primary})) dialog.close();
}

}  // namespace ui
