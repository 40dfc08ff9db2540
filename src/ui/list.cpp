#include "ui/list.hpp"

#include "ui/fields.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/edit.hpp"
#include "ui/list_rows.hpp"
#include "ui/menu.hpp"
#include "ui/parts.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {
namespace {

constexpr float header_height = 40, card_height = 72;
constexpr float cards_below   = 600;  // pixels of width: a row becomes a card

void say_count(const ListRows& rows)
{
    const auto words = say("ui.results", {count(rows.size()), count(rows.total())});
    const auto rect  = place(std::ceil(text_width(words, Type::body)), 20);
    words_in(rect, words, Type::body, palette().text_soft);
    Node node{.id = id_named("count"), .role = Role::status, .name = words};
    text_at(node, Type::body, 0);
    say_node(rect, node);
}

// On phones there are no column titles to press.
void sort_menu(ListState& state, const ListRows& rows)
{
    Menu menu("ui.sort", {.icon = icons::arrow_down_up, .kind = Kind::secondary});
    if (!menu) return;
    for (int at = 0; at < rows.columns(); ++at) {
        const auto column = rows.column(at);
        if (column.style.sort < 0) continue;
        const bool on = !state.sort.empty() && state.sort[0].column == column.style.sort;
        if (menu.item(column.title, {.checked = on ? 1 : 0})) {
            state.sort = {{column.style.sort, on && !state.sort[0].descending}};
            state.top  = 0;
            state.offset = 0;
        }
    }
}

float search_width(float room) { return std::min(360.0f, std::floor(room * 0.6f)); }

bool toolbar(ListState& state, const ListRows& rows, bool cards)
{
    bool searched = false;
    if (cards) {
        bool sorts = false;
        for (int at = 0; at < rows.columns(); ++at) sorts = sorts || rows.column(at).style.sort >= 0;
        {
            Row row({.wrap = false});
            searched = search_field("ui.search", state.search,
                                    available_width() - (sorts ? context().theme.control + 8 : 0));
            if (sorts) sort_menu(state, rows);
        }
        gap(8);
        say_count(rows);
    } else {
        {
            Row row({.gap = 16, .wrap = false});
            searched = search_field("ui.search", state.search, search_width(available_width()));
            row.push_right();
            say_count(rows);
        }
    }
    if (searched) {
        state.top    = 0;
        state.offset = 0;
        state.row    = 0;
        context().animate();
    }
    return searched;
}

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

// Gives the keyboard to a row and scrolls so that all of it is seen.
void walk_to(ListFrame& list, std::int64_t row, bool to_button)
{
    if (list.rows.size() == 0) return;
    row                = std::clamp<std::int64_t>(row, 0, list.rows.size() - 1);
    list.state.row     = row;
    const double top   = static_cast<double>(row) * static_cast<double>(list.height);
    const double at    = position_of(list);
    if (top < at) scroll_to(list, top);
    else if (top + static_cast<double>(list.height) > at + static_cast<double>(list.view.h))
        scroll_to(list, top + static_cast<double>(list.height) - static_cast<double>(list.view.h));
    list.rows.load(row);
    const auto id = row_id(list, list.rows.id());
    context().focus(to_button || list.rows.href().empty() ? row_button_id(id) : row_link_id(id));
}

void take_keys(ListFrame& list)
{
    auto& ui = context();
    while (const auto* key = ui.next_key(list.id)) {
        const auto page = std::max<std::int64_t>(1, static_cast<std::int64_t>(list.view.h / list.height) - 1);
        list.rows.load(std::clamp<std::int64_t>(list.state.row, 0, std::max<std::int64_t>(0, list.rows.size() - 1)));
        const auto here   = row_id(list, list.rows.id());
        const bool button = key->id == row_button_id(here);
        const bool inside = button || key->id == row_link_id(here);
        const auto row    = inside ? list.state.row : list.state.top - 1;
        if (key->text == "ArrowDown") walk_to(list, row + 1, button);
        else if (key->text == "ArrowUp") walk_to(list, inside ? row - 1 : list.state.top, button);
        else if (key->text == "PageDown") walk_to(list, row + page, button);
        else if (key->text == "PageUp") walk_to(list, row - page, button);
        else if (key->text == "Home") walk_to(list, 0, button);
        else if (key->text == "End") walk_to(list, list.rows.size() - 1, button);
        else if (key->text == "ArrowRight" && list.actions) walk_to(list, std::max<std::int64_t>(row, 0), true);
        else if (key->text == "ArrowLeft") walk_to(list, std::max<std::int64_t>(row, 0), false);
    }
}

// A row that got the keyboard focus by Tab or by a press is the row that the arrows start from.
void follow_focus(ListFrame& list, std::int64_t number, std::string_view id)
{
    const auto row     = row_id(list, id);
    const auto focused = context().focused();
    if (focused != 0 && (focused == row_link_id(row) || focused == row_button_id(row))) list.state.row = number;
}

void draw_rows(ListFrame& list)
{
    auto& ui = context();
    if (const float by = take_wheel(list.view); by != 0) scroll_to(list, position_of(list) + static_cast<double>(by));
    scroll_to(list, position_of(list));
    list.state.row = std::clamp<std::int64_t>(list.state.row, 0, std::max<std::int64_t>(0, list.rows.size() - 1));

    // A list whose keyboard row is out of sight starts from the first one that is seen.
    const auto last = std::min(list.rows.size(),
                               list.state.top + static_cast<std::int64_t>(list.view.h / list.height) + 2);
    ImGui::PushClipRect({list.view.x - (list.cards ? 8.0f : 0.0f), list.view.y},
                        {list.view.right() + (list.cards ? 8.0f : 0.0f), list.view.bottom()}, true);
    if (ui.wanted_focus() == 0 && (list.state.row < list.state.top || list.state.row >= last))
        list.state.row = list.state.top;
    float y = std::round(list.view.y - list.state.offset);
    for (auto number = list.state.top; number < last && y < list.view.bottom(); ++number) {
        list.rows.load(number);
        follow_focus(list, number, list.rows.id());
        draw_row(list, number, {list.view.x, y, list.view.w, list.height});
        y += list.height;
    }
    ImGui::PopClipRect();
}

}  // namespace

std::optional<ListPick> draw_list(Label title, ListState& state, ListRows& rows, bool loading)
{
    auto&       ui    = context();
    IdScope     scope(id_below(id_of(title), 0x115));
    const bool  cards = available_width() < cards_below;
    ListFrame   list{.rows = rows, .state = state, .id = id_named("table"), .view = {}, .cards = cards, .columns = {}};
    list.actions = rows.actions() > 0;
    list.height  = cards ? card_height : ui.theme.row;

    // 1. Search and count.
    bool       enters  = false;  // Down in the search field goes to the rows
    const bool nothing = rows.total() == 0 && state.search.empty();
    if (!nothing || loading) {
        toolbar(state, rows, cards);
        enters = ui.key_is(field_id("ui.search"), "ArrowDown");
    }

    // 2. Nothing to show says what to do next.
    if (rows.size() == 0) {
        if (loading) skeleton(6);
        else if (nothing) empty_state(rows.when_none());
        else if (empty_state({.icon   = icons::search,
                              .title  = say("ui.nothing_found", {state.search}),
                              .words  = "ui.nothing_found_hint",
                              .action = "ui.clear_search"})) {
            state.search.clear();
            ui.animate();
        }
        return std::nullopt;
    }

    // 3. The table fills the page, or takes what it needs.
    gap(cards ? 4.0f : 8.0f);
    const float head  = cards ? 0 : header_height;
    const auto  at    = peek();
    const float full  = head + list.height * static_cast<float>(std::min<std::int64_t>(rows.size(), 12));
    const float limit = ui.parts().bottom;
    const auto  rect  = place(0, std::round(limit >= 0 ? std::max(limit - at.y, head + 2 * list.height) : full));
    list.view         = {rect.x, rect.y + head, rect.w, rect.h - head};
    const double total = static_cast<double>(rows.size()) * static_cast<double>(list.height);
    const bool   scrolls = total > static_cast<double>(list.view.h) + 0.5;
    if (!cards)
        list.columns = lay_out(rows, rect.x, rect.w - (scrolls ? 6.0f : 0.0f), list.actions ? actions_width : 0);

    enter_node(rect, {.id           = list.id,
                      .role         = Role::table,
                      .name         = title.words(),
                      .state        = state::focusable | (loading ? state::busy : 0u),
                      .keys         = keys::up_down | keys::left_right | keys::home_end | keys::pages,
                      .row_count    = static_cast<std::int32_t>(std::min<std::int64_t>(rows.size() + 1, INT32_MAX)),
                      .column_count = static_cast<std::int32_t>(list.columns.size()) + (list.actions ? 1 : 0)});
    if (enters) walk_to(list, state.top, false);
    take_keys(list);
    if (!cards) {
        draw_header(list, {rect.x, rect.y, rect.w, head});
        if (scrolls) list.view.w -= 6;
    }
    draw_rows(list);
    ui.semantics().leave();
    if (ui.focus_ring(list.id)) focus_ring(inset(rect, 4), radius::s);

    const auto wanted = scrollbar(list.id, {list.view.x, list.view.y, rect.w + (cards ? 8.0f : 0.0f), list.view.h},
                                  position_of(list), static_cast<double>(list.view.h), total);
    if (wanted >= 0) {
        scroll_to(list, wanted);
        ui.animate();
    }
    return list.pick;
}

}  // namespace ui
