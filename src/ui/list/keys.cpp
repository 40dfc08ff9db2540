#include "ui/list/rows.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ui {
namespace {

std::uint32_t id_of(const ListFrame& list, RowPart part)
{
    const auto row = row_id(list, list.rows.id());
    if (part == RowPart::box && list.boxes) return row_box_id(row);
    if (part == RowPart::button && list.actions) return row_button_id(row);
    return list.rows.href().empty() ? row_button_id(row) : row_link_id(row);
}

RowPart to_the_left(const ListFrame& list, RowPart part)
{
    return part == RowPart::button || !list.boxes ? RowPart::link : RowPart::box;
}

RowPart to_the_right(RowPart part) { return part == RowPart::box ? RowPart::link : RowPart::button; }

bool is(const Event& key, std::string_view name) { return key.text == name; }

}  // namespace

void scroll_to(ListFrame& list, double position)
{
    const double height = list.height;
    const double most   = std::max(0.0, static_cast<double>(list.rows.size()) * height - list.view.h);
    position            = std::clamp(position, 0.0, most);
    list.state.top      = static_cast<std::int64_t>(position / height);
    list.state.offset   = static_cast<float>(position - static_cast<double>(list.state.top) * height);
}

double position_of(const ListFrame& list)
{
    return static_cast<double>(list.state.top) * static_cast<double>(list.height) +
           static_cast<double>(list.state.offset);
}

void walk_to(ListFrame& list, std::int64_t row, RowPart part)
{
    if (list.rows.size() == 0) return;
    row              = std::clamp<std::int64_t>(row, 0, list.rows.size() - 1);
    list.state.row   = row;
    const double top = static_cast<double>(row) * static_cast<double>(list.height);
    const double at  = position_of(list);
    if (top < at) scroll_to(list, top);
    else if (top + static_cast<double>(list.height) > at + static_cast<double>(list.view.h))
        scroll_to(list, top + static_cast<double>(list.height) - static_cast<double>(list.view.h));
    list.rows.load(row);
    context().focus(id_of(list, part));
}

std::optional<RowPart> part_of(const ListFrame& list, std::uint32_t node)
{
    const auto row = row_id(list, list.rows.id());
    if (node == row_button_id(row)) return RowPart::button;
    if (node == row_box_id(row)) return RowPart::box;
    return node == row_link_id(row) ? std::optional(RowPart::link) : std::nullopt;
}

namespace {

struct Spot {
    std::int64_t row;
    RowPart      part;
};

// Where in the rows the node is. The focus may have come to any row in view since the last frame, without an arrow key.
std::optional<Spot> spot_of(ListFrame& list, std::uint32_t node)
{
    if (node == 0) return std::nullopt;
    const auto spot_in = [&](std::int64_t number) {
        list.rows.load(number);
        const auto part = part_of(list, node);
        return part ? std::optional(Spot{number, *part}) : std::nullopt;
    };
    if (auto spot = spot_in(std::clamp<std::int64_t>(list.state.row, 0, list.rows.size() - 1))) return spot;
    const auto in_view = static_cast<std::int64_t>(list.view.h / list.height) + 2;
    const auto last    = std::min(list.rows.size(), list.state.top + in_view);
    for (auto number = list.state.top; number < last; ++number)
        if (auto spot = spot_in(number)) return spot;
    return std::nullopt;
}

}  // namespace

void take_keys(ListFrame& list)
{
    auto& ui = context();
    while (const auto* key = ui.next_key(list.id)) {
        const auto page = std::max<std::int64_t>(1, static_cast<std::int64_t>(list.view.h / list.height) - 1);
        // Several keys may arrive before the next frame and before the focus has moved: each starts from where the
        // previous one led.
        auto spot = spot_of(list, ui.wanted_focus());
        if (!spot) spot = spot_of(list, key->id);
        const bool inside = spot.has_value();
        const auto part   = inside ? spot->part : RowPart::link;
        const auto row    = inside ? spot->row : list.state.top - 1;
        if (is(*key, "ArrowDown")) walk_to(list, row + 1, part);
        else if (is(*key, "ArrowUp")) walk_to(list, inside ? row - 1 : list.state.top, part);
        else if (is(*key, "PageDown")) walk_to(list, row + page, part);
        else if (is(*key, "PageUp")) walk_to(list, row - page, part);
        else if (is(*key, "Home")) walk_to(list, 0, part);
        else if (is(*key, "End")) walk_to(list, list.rows.size() - 1, part);
        else if (is(*key, "ArrowRight")) walk_to(list, std::max<std::int64_t>(row, 0), to_the_right(part));
        else if (is(*key, "ArrowLeft")) walk_to(list, std::max<std::int64_t>(row, 0), to_the_left(list, part));
        else if (is(*key, " ") && inside && can_select(list.rows)) toggle_row(list, row, key->shift);
        else if (is(*key, "c") && key->control) copy_rows(list, inside ? row : -1);
        else if ((is(*key, "a") || is(*key, "A")) && can_select(list.rows)) list.state.selection.set_all();
        else if (is(*key, "Escape")) {
            list.state.selection.clear();
            list.state.selecting = false;
        }
        ui.animate();
    }
}

}  // namespace ui
