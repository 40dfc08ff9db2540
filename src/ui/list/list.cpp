#include "ui/list/list.hpp"

#include "ui/core/parts.hpp"
#include "ui/fields/edit.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/list/rows.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {
namespace {

constexpr float        header_height = 40, card_height = 72;
constexpr std::int64_t most_on_paper = 500;
constexpr float        cards_below   = 600;  // px of width; below, each row is a card

// The arrow keys start from the row that has the focus, however it got it.
void follow_focus(ListFrame& list, std::int64_t number)
{
    if (context().wanted_focus() != 0) return;  // the focus is on its way to another row
    const auto focused = context().focused();
    if (focused != 0 && part_of(list, focused)) list.state.row = number;
}

// With filters it offers to clear them first: the customer may not see them and blame the search words.
void say_not_found(ListState& state, bool filtered)
{
    const auto words = state.search.empty() ? say("ui.nothing_filtered") : say("ui.nothing_found", {state.search});
    if (!empty_state({.icon   = filtered ? icons::list_filter : icons::search,
                      .title  = words,
                      .words  = filtered ? Label("ui.nothing_filtered_hint") : Label("ui.nothing_found_hint"),
                      .action = filtered ? Label("ui.clear_filters") : Label("ui.clear_search")}))
        return;
    if (filtered) state.wants_all = true;
    else state.search.clear();
    context().animate();
}

// The rest of a long list is to be had as a file.
void say_cut_on_paper(const ListFrame& list)
{
    if (!context().on_paper || list.rows.size() <= most_on_paper) return;
    const auto words = say("ui.on_paper", {count(most_on_paper), count(list.rows.size())});
    say_node(list.view, said(id_below(list.id, 0x9a9), words, Type::body));
}

// The browser's search finds the rows that are drawn. Said once.
void tell_where_find_looks(ListFrame& list)
{
    auto&      ui   = context();
    const bool asks = ui.shortcut("f");
    if (!asks || list.state.find_told || list.rows.size() <= static_cast<std::int64_t>(list.view.h / list.height))
        return;
    list.state.find_told = true;
    ui.toast(Tone::info, say("ui.find_in_list", {count(list.rows.size())}));
}

void draw_rows(ListFrame& list)
{
    auto& ui = context();
    if (const float by = take_wheel(list.view); by != 0) scroll_to(list, position_of(list) + static_cast<double>(by));
    scroll_to(list, position_of(list));
    list.state.row = std::clamp<std::int64_t>(list.state.row, 0, std::max<std::int64_t>(0, list.rows.size() - 1));

    // If the keyboard's row is out of view, the first visible row takes its place.
    const auto from = ui.on_paper ? 0 : list.state.top;
    const auto last = std::min(list.rows.size(), ui.on_paper
                                                     ? most_on_paper
                                                     : from + static_cast<std::int64_t>(list.view.h / list.height) + 2);
    ImGui::PushClipRect({list.view.x - (list.cards ? 8.0f : 0.0f), list.view.y},
                        {list.view.right() + (list.cards ? 8.0f : 0.0f), list.view.bottom()}, true);
    if (ui.wanted_focus() == 0 && !ui.on_paper && (list.state.row < list.state.top || list.state.row >= last))
        list.state.row = list.state.top;
    float y = std::round(list.view.y - list.state.offset);
    for (auto number = from; number < last && (ui.on_paper || y < list.view.bottom()); ++number) {
        list.rows.load(number);
        follow_focus(list, number);
        draw_row(list, number, {list.view.x, y, list.view.w, list.height});
        y += list.height;
    }
    ImGui::PopClipRect();
}

}  // namespace

std::optional<ListPick> draw_list(Label title, ListState& state, ListRows& rows, const ListWork& work)
{
    auto&      ui = context();
    IdScope    scope(id_below(id_of(title), 0x115));
    const bool cards = available_width() < cards_below;
    ListFrame  list{.rows = rows, .state = state, .id = id_named("table"), .view = {}, .cards = cards, .columns = {}};
    list.actions = rows.actions() > 0;
    list.height  = cards ? card_height : ui.theme.row;

    // 1. Search and count.
    bool       enters  = false;  // Down in the search field moves to the rows
    const bool nothing = rows.total() == 0 && state.search.empty();
    if (!nothing || work.loading) {
        draw_tools(state, rows, work, cards);
        enters = ui.key_is(field_id("ui.search"), "ArrowDown");
    }

    // 2. No rows: the empty state.
    if (rows.size() == 0) {
        const auto at = peek();
        draw_work(state, work, {at.x, at.y + 8, at.w, 0});
        if (work.loading || work.busy) skeleton(6);
        else if (nothing) empty_state(rows.when_none());
        else say_not_found(state, work.filtered);
        return std::nullopt;
    }

    // 3. The table fills the page, or takes the height it needs.
    gap(cards ? 4.0f : 8.0f);
    const float head  = cards ? 0 : header_height;
    const auto  at    = peek();
    const float full  = head + list.height * static_cast<float>(std::min<std::int64_t>(rows.size(), 12));
    list.boxes        = can_select(rows) && (!cards || state.selecting || !state.selection.empty());
    const float bar   = bar_height(list);
    const float limit = ui.parts().bottom;
    const float least = head + 2 * list.height;
    const auto rect = place(0, std::round(limit >= 0 ? std::max(limit - at.y - (bar > 0 ? bar + 8 : 0), least) : full));
    list.view       = {rect.x, rect.y + head, rect.w, rect.h - head};
    const double total   = static_cast<double>(rows.size()) * static_cast<double>(list.height);
    const bool   scrolls = total > static_cast<double>(list.view.h) + 0.5;
    if (!cards) {
        const float boxes = list.boxes ? box_width : 0;
        list.columns      = lay_out(rows, state.columns, rect.x + boxes, rect.w - boxes - (scrolls ? 6.0f : 0.0f),
                                    list.actions ? actions_width : 0);
    }
    draw_work(state, work, rect);
    say_cut_on_paper(list);

    enter_node(rect, {.id    = list.id,
                      .role  = Role::table,
                      .name  = title.words(),
                      .state = state::focusable | (work.loading || work.busy ? state::busy : 0u),
                      .keys  = keys::up_down | keys::left_right | keys::home_end | keys::pages | keys::copy |
                               (can_select(rows) ? keys::space | keys::select_all : 0u) | (bar > 0 ? keys::escape : 0u),
                      .row_count    = static_cast<std::int32_t>(std::min<std::int64_t>(rows.size() + 1, INT32_MAX)),
                      .column_count = static_cast<std::int32_t>(list.columns.size()) + (list.actions ? 1 : 0) +
                                      (list.boxes ? 1 : 0)});
    if (enters) walk_to(list, state.top, RowPart::link);
    take_keys(list);
    if (!cards) {
        draw_header(list, {rect.x, rect.y, rect.w, head});
        if (scrolls) list.view.w -= 6;
    }
    draw_rows(list);
    tell_where_find_looks(list);
    ui.semantics().leave();
    if (ui.focus_ring(list.id)) focus_ring(inset(rect, 4), radius::s);

    const auto wanted = scrollbar(list.id, {list.view.x, list.view.y, rect.w + (cards ? 8.0f : 0.0f), list.view.h},
                                  position_of(list), static_cast<double>(list.view.h), total);
    if (wanted >= 0) {
        scroll_to(list, wanted);
        ui.animate();
    }
    draw_bar(list);
    draw_arranging(state, rows);
    return list.pick;
}

}  // namespace ui
