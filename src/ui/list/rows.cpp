#include "ui/list/rows.hpp"

#include "base/sort.hpp"
#include "ui/controls/menu.hpp"
#include "ui/core/parts.hpp"
#include "ui/icons.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace ui {
namespace {

constexpr float pad = list_pad;

Node said(std::uint32_t id, Role role, std::string_view words, Type type, int column)
{
    Node node{.id = id, .role = role, .name = words, .column = column};
    text_at(node, type, 0);
    return node;
}

float badge_width(std::string_view words) { return std::ceil(text_width(words, Type::caption_strong)) + 16; }

void draw_badge(const Rect& pill, std::string_view words, Tone tone)
{
    const auto& colors = context().theme.tone(tone);
    fill(pill, colors.soft, radius::round);
    words_in({pill.x + 8, pill.y, pill.w - 15, pill.h}, words, Type::caption_strong, colors.text);
}

Color color_of(const Cell& cell)
{
    return cell.tone != Tone::neutral ? context().theme.tone(cell.tone).text
           : cell.soft                ? palette().text_soft
                                      : palette().text;
}

Type type_of(const Cell& cell, bool first)
{
    return cell.badge ? Type::caption_strong : first ? Type::strong : Type::body;
}

constexpr float icon_room = 26;

// Where a cell's text begins in its room of that width.
float text_left(const Cell& cell, float width, bool first, bool right)
{
    const float lead = cell.icon.empty() || cell.badge ? 0 : icon_room;
    if (!right || cell.badge) return lead;
    return std::max(lead, width - text_width(cell.text, type_of(cell, first)));
}

void draw_cell(const Cell& cell, const Rect& room, bool first, bool right)
{
    if (cell.badge) {
        const float width = std::min(badge_width(cell.text), room.w);
        draw_badge({right ? room.right() - width : room.x, room.y + (room.h - 22) / 2, width, 22}, cell.text,
                   cell.tone);
        return;
    }
    Rect words = room;
    if (!cell.icon.empty()) {
        icon_at(words.x + 8, words.y + words.h / 2, cell.icon, 16, first ? palette().text_soft : color_of(cell));
        words.x += icon_room;
        words.w -= icon_room;
    }
    const float end = words_in(words, cell.text, type_of(cell, first), color_of(cell),
                               right ? Align::end : Align::start);
    if (!cell.hint.empty() && !right)
        words_in({end + 8, words.y, words.right() - end - 8, words.h}, cell.hint, Type::caption, palette().text_soft);
}

// Draws the first cell, which names the row and, if the row has a href, is a link over the whole row. Its words begin at `x`,
// `y` of it.
Item draw_link(ListFrame& list, std::uint32_t row, std::int64_t number, const Rect& over, std::string_view words,
               const std::string& href, float text_x, float text_y = -1)
{
    Node node{.id    = row_link_id(row),
              .role  = Role::link,
              .name  = words,
              .href  = href,
              .state = number == list.state.row ? 0u : state::skip_tab};
    text_at(node, Type::strong, text_x, text_y);
    return item(over, node);
}

// Shift selects, as in file managers; so does a plain press on a card with a check box.
void press_row(ListFrame& list, std::int64_t number, const std::string& href)
{
    auto& ui           = context();
    list.state.row     = number;
    const bool selects = can_select(list.rows) && (ui.shift() || (list.cards && list.boxes));
    if (selects) toggle_row(list, number, ui.shift());
    else ui.follow(href);
}

void fill_selected(const ListFrame& list, std::int64_t number, const Rect& rect)
{
    if (can_select(list.rows) && list.state.selection.holds(list.rows.key(number)))
        fill(rect, context().theme.tone(Tone::accent).soft);
}

constexpr float card_name_y = 12, card_name_high = 24;

// A cell on the second line of a card.
struct Second {
    int           priority = 0;
    std::string   words;
    std::uint32_t id     = 0;
    int           column = 0;
};

void draw_card(ListFrame& list, std::uint32_t row, std::int64_t number, const Rect& rect)
{
    const auto  first = list.rows.cell(0);
    const auto  href  = list.rows.href();
    const float end   = list.actions ? 48.0f : 0.0f;
    Item        hit;
    enter_node({rect.x, rect.y, rect.w - end, 24},
               {.id = id_below(row, 10), .role = Role::rowheader, .name = first.text, .column = list.boxes + 1});
    if (!href.empty())
        hit = draw_link(list, row, number, {rect.x, rect.y, rect.w - end, rect.h - 1}, first.text, href,
                        first.icon.empty() ? 0 : icon_room, card_name_y + (card_name_high - imgui_size(14)) / 2);
    context().semantics().leave();
    if (hit.hover > 0)
        fill({rect.x - 8, rect.y + 2, rect.w + 16, rect.h - 5}, faded(palette().hover, hit.hover), radius::m);

    // 1. The name, and the badges at the right of it.
    float               right  = rect.right() - end;
    int                 column = list.boxes + 1;
    std::vector<Second> second;  // sorted by priority: the least important are cut at the end
    for (int at = 1; at < list.rows.columns(); ++at) {
        const auto view = list.rows.column(at);
        if (!view.style.on_card) continue;
        const auto cell = list.rows.cell(at);
        if (cell.text.empty() || cell.blank) continue;
        ++column;
        if (cell.badge && right - badge_width(cell.text) - 8 > rect.x + rect.w * 0.4f) {
            const float width = badge_width(cell.text);
            const Rect  pill{right - width, rect.y + 13, width, 22};
            draw_badge(pill, cell.text, cell.tone);
            say_node(pill, said(id_below(row, 20 + at), Role::cell, cell.text, Type::caption_strong, column));
            right = pill.x - 8;
            continue;
        }
        second.push_back({view.style.priority, cell.text, id_below(row, 20 + at), column});
    }
    draw_cell(first, {rect.x, rect.y + card_name_y, right - rect.x, card_name_high}, true, false);
    // 2. The other cells on one secondary line.
    base::sort(second, [](const auto& a, const auto& b) { return a.priority < b.priority; });
    const Rect  below{rect.x, rect.y + 39, rect.w - end, 18};
    std::string line;
    for (const auto& one : second) {
        line += line.empty() ? "" : " · ";
        auto node   = said(one.id, Role::cell, one.words, Type::caption, one.column);
        node.text_x = std::min(text_width(line, Type::caption), below.w);
        say_node(below, node);
        line += one.words;
    }
    words_in(below, line, Type::caption, palette().text_soft);
    if (hit.ring) focus_ring(inset(rect, 4), radius::m);
    if (hit.pressed) press_row(list, number, href);
}

void draw_line(ListFrame& list, std::uint32_t row, std::int64_t number, const Rect& rect)
{
    const auto href = list.rows.href();
    Item       hit;
    int        column = list.boxes;
    bool       first  = true;
    fill_selected(list, number, {rect.x, rect.y, rect.w, rect.h - 1});
    if (list.boxes) draw_row_box(list, row, number, {rect.x, rect.y, box_width, rect.h - 1});
    const float left = rect.x + (list.boxes ? box_width : 0);
    for (const auto& place : list.columns) {
        const auto cell = list.rows.cell(place.index);
        ++column;
        const Rect box{place.x, rect.y, place.width, rect.h};
        const Rect room{box.x + pad, box.y, box.w - 2 * pad, box.h};
        if (first) {
            enter_node(box, {.id = id_below(row, 10), .role = Role::rowheader, .name = cell.text, .column = column});
            if (!href.empty())
                hit = draw_link(list, row, number,
                                {left, rect.y, rect.right() - left - (list.actions ? actions_width : 0), rect.h - 1},
                                cell.text, href, room.x - left + text_left(cell, room.w, true, place.view.style.right));
            context().semantics().leave();
            if (hit.hover > 0 || Menu::is_open(row_button_id(row))) {
                const float share = Menu::is_open(row_button_id(row)) ? 1.0f : hit.hover;
                fill({left, rect.y + 1, rect.right() - left, rect.h - 2}, faded(palette().hover, share), radius::m);
            }
        } else {
            auto node   = said(id_below(row, 20 + place.index), Role::cell, cell.text,
                               cell.badge ? Type::caption_strong : Type::body, column);
            node.text_x = text_left(cell, room.w, false, place.view.style.right);
            say_node(cell.badge ? Rect{room.x + 8, room.y, room.w, room.h} : room, node);
        }
        draw_cell(cell, room, first, place.view.style.right);
        first = false;
    }
    if (hit.ring)
        focus_ring({left + 4, rect.y + 4, rect.right() - left - 8 - (list.actions ? actions_width : 0), rect.h - 8},
                   radius::s);
    if (hit.pressed) press_row(list, number, href);
}

// A press on a column's title: sorts by it or reverses the order; with Shift it is added as a further key.
void sort_by(ListState& state, int key, bool with_others)
{
    const auto found = std::ranges::find(state.sort, key, &SortKey::column);
    const bool there = found != state.sort.end();
    const bool down  = there && !found->descending;
    if (with_others) {
        if (there) found->descending = down;
        else state.sort.push_back({key, false});
    } else {
        const bool alone = there && state.sort.size() == 1;
        state.sort       = {{key, alone && down}};
    }
    state.top    = 0;
    state.offset = 0;
    context().animate();
}

}  // namespace

Cell or_dash(std::string words)
{
    if (!words.empty()) return words;
    Cell cell("–");
    cell.soft = cell.blank = true;
    return cell;
}

std::uint32_t row_id(const ListFrame& list, std::string_view row) { return ImHashStr(row.data(), row.size(), list.id); }
std::uint32_t row_link_id(std::uint32_t row) { return id_below(row, 1); }
std::uint32_t row_button_id(std::uint32_t row) { return id_below(row, 2); }
std::uint32_t row_box_id(std::uint32_t row) { return id_below(row, 3); }

void draw_header(ListFrame& list, const Rect& rect)
{
    auto& ui = context();
    enter_node(rect, {.id = id_below(list.id, 0x4ead), .role = Role::row, .row = 1});
    int column = 0;
    if (list.rows.arranges()) drag_edges(list, rect);
    if (list.boxes) {
        const Rect room{rect.x, rect.y, box_width, rect.h};
        enter_node(room, {.id     = id_below(list.id, 0x5ffe),
                          .role   = Role::columnheader,
                          .name   = base::text(ui.language, "ui.selection"),
                          .column = ++column});
        draw_all_box(list, room);
        ui.semantics().leave();
    }
    for (const auto& place : list.columns) {
        const auto words  = base::text(ui.language, place.view.title);
        const int  key    = place.view.style.sort;
        const auto sorted = std::ranges::find(list.state.sort, key, &SortKey::column);
        const bool sorts  = key >= 0 && sorted != list.state.sort.end();
        const auto id     = id_below(list.id, 0x5000 + place.index);
        const Rect box{place.x, rect.y, place.width, rect.h};
        Node       node{.id     = id,
                        .role   = Role::columnheader,
                        .name   = words,
                        .sort   = key < 0              ? Sort::none
                                  : !sorts             ? Sort::sortable
                                  : sorted->descending ? Sort::descending
                                                       : Sort::ascending,
                        .column = ++column};
        enter_node(box, node);
        Item hit;
        if (key >= 0) {
            const auto name = say("ui.sort_by", {words});
            const auto rank = sorts && list.state.sort.size() > 1
                                  ? say("ui.sort_rank", {std::to_string(sorted - list.state.sort.begin() + 1)})
                                  : std::string();
            hit = item(box, {.id = id_below(id, 1), .role = Role::button, .name = name, .description = rank});
            if (hit.pressed) sort_by(list.state, key, ui.shift());
        }
        const Color color = sorts ? palette().text : mix(palette().text_soft, palette().text, hit.hover);
        const float mark  = sorts ? 20.0f : 0.0f;
        const Rect  room{box.x + pad, box.y, box.w - 2 * pad, box.h};
        const bool  right = place.view.style.right;
        float       end   = 0;
        if (right) {
            words_in({room.x, room.y, room.w - mark, room.h}, words, Type::caption_strong, color, Align::end);
            end = room.right() - mark;
        } else end = words_in({room.x, room.y, room.w - mark, room.h}, words, Type::caption_strong, color);
        if (sorts) {
            icon_at(end + 11, box.y + box.h / 2, sorted->descending ? icons::arrow_down : icons::arrow_up, 13,
                    palette().text);
            if (list.state.sort.size() > 1)
                words_in({end + 18, box.y, 10, box.h}, std::to_string(sorted - list.state.sort.begin() + 1),
                         Type::caption, palette().text_soft);
        }
        if (hit.ring) focus_ring(inset(box, 6), radius::s);
        ui.semantics().leave();
    }
    if (list.actions)
        say_node({rect.right() - actions_width, rect.y, actions_width, rect.h},
                 {.id     = id_below(list.id, 0x5fff),
                  .role   = Role::columnheader,
                  .name   = base::text(ui.language, "ui.actions"),
                  .column = column + 1});
    line_across(rect.x, rect.right(), rect.bottom() - 1, palette().line);
    ui.semantics().leave();
}

void draw_row(ListFrame& list, std::int64_t number, const Rect& rect)
{
    const auto row      = row_id(list, list.rows.id());
    const bool selects  = can_select(list.rows);
    const bool selected = selects && list.state.selection.holds(list.rows.key(number));
    enter_node(rect, {.id    = row,
                      .role  = Role::row,
                      .state = (selects ? state::selectable : 0u) | (selected ? state::selected : 0u),
                      .keys  = keys::menu,
                      .row   = static_cast<std::int32_t>(number + 2)});
    take_menu_key(list, row, number, rect);
    if (list.cards) {
        const float box = list.boxes ? box_width : 0;
        fill_selected(list, number, {rect.x - 8, rect.y, rect.w + 16, rect.h - 1});
        if (list.boxes) draw_row_box(list, row, number, {rect.x - 8, rect.y, box_width, rect.h - 1});
        draw_card(list, row, number, {rect.x + box, rect.y, rect.w - box, rect.h});
    } else draw_line(list, row, number, rect);
    if (list.actions) {
        const float side = list.cards ? 44 : 36;
        const Rect  button{rect.right() - side - (list.cards ? 0 : 8), rect.y + std::floor((rect.h - side) / 2), side,
                           side};
        enter_node({rect.right() - actions_width, rect.y, actions_width, rect.h},
                   {.id     = id_below(row, 11),
                    .role   = Role::cell,
                    .column = static_cast<std::int32_t>(list.columns.size()) + list.boxes + 1});
        draw_actions(list, row, number, button);
        draw_menu(list, row, number);
        context().semantics().leave();
    } else if (Menu::is_open(row_button_id(row))) {
        // A row has nothing but cells.
        enter_node(rect, {.id     = id_below(row, 11),
                          .role   = Role::cell,
                          .column = static_cast<std::int32_t>(list.columns.size()) + list.boxes + 1});
        draw_menu(list, row, number);
        context().semantics().leave();
    }
    line_across(rect.x, rect.right(), rect.bottom() - 1, palette().line);
    context().semantics().leave();
}

}  // namespace ui
