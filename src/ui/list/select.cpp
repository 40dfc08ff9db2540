#include "ui/list/rows.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ui {
namespace {

constexpr float side = 18;  // side of a check box

Rect box_in(const Rect& room)
{
    return {std::round(room.x + (room.w - side) / 2), std::round(room.y + (room.h - side) / 2), side, side};
}

std::optional<std::int64_t> place_of(const ListRows& rows, Selection::Key key)
{
    for (std::int64_t row = 0; row < rows.size(); ++row)
        if (rows.key(row) == key) return row;
    return std::nullopt;
}

}  // namespace

bool can_select(const ListRows& rows) { return !rows.selected().empty(); }

std::int64_t selected_count(const ListFrame& list)
{
    if (!can_select(list.rows)) return 0;
    return list.state.selection.count(list.rows.size(), list.rows.stamp(),
                                      [&](std::int64_t row) { return list.rows.key(row); });
}

void toggle_row(ListFrame& list, std::int64_t number, bool extend)
{
    auto&      selection = list.state.selection;
    const auto key       = list.rows.key(number);
    context().animate();
    // A range takes the state of its first row: all selected, or all deselected.
    const auto from = extend && selection.has_anchor() ? place_of(list.rows, selection.anchor()) : std::nullopt;
    if (from) {
        const bool on = selection.holds(selection.anchor());
        for (auto row = std::min(*from, number); row <= std::max(*from, number); ++row)
            selection.set(list.rows.key(row), on);
        return;
    }
    selection.set(key, !selection.holds(key));
    selection.set_anchor(key);
}

void draw_row_box(ListFrame& list, std::uint32_t row, std::int64_t number, const Rect& room)
{
    const bool on   = list.state.selection.holds(list.rows.key(number));
    const auto id   = row_box_id(row);
    const auto name = say("ui.select_row", {list.rows.name()});
    enter_node(room, {.id = id_below(row, 12), .role = Role::cell, .column = 1});
    const auto hit = item(room,
                          {.id    = id,
                           .role  = Role::checkbox,
                           .name  = name,
                           .state = (on ? state::checked : 0u) | (number == list.state.row ? 0u : state::skip_tab)});
    context().semantics().leave();
    const auto box = box_in(room);
    draw_check_box(box, context().ease(id_below(id, 1), on, 100), hit.hover, false);
    if (hit.ring) focus_ring(inset(box, -3), radius::m);
    if (!hit.pressed) return;
    list.state.row = number;
    toggle_row(list, number, context().shift());
}

void draw_all_box(ListFrame& list, const Rect& room)
{
    const auto count = selected_count(list);
    const bool all   = count > 0 && count == list.rows.size();
    const bool mixed = count > 0 && !all;
    const auto id    = id_below(list.id, 0x5001'0000);
    const auto hit   = item(room, {.id    = id,
                                   .role  = Role::checkbox,
                                   .name  = say("ui.select_all"),
                                   .state = all     ? state::checked
                                            : mixed ? state::mixed
                                                    : 0u});
    const auto box   = box_in(room);
    if (mixed) draw_mixed_box(box, hit.hover);
    else draw_check_box(box, all, hit.hover, false);
    if (hit.ring) focus_ring(inset(box, -3), radius::m);
    if (!hit.pressed) return;
    if (all) list.state.selection.clear();
    else list.state.selection.set_all();
    context().animate();
}

}  // namespace ui
