// Above and below the rows of a list: search, count, export, background work, and the bar of actions for the selected
// rows.
#include "ui/controls/menu.hpp"
#include "ui/core/parts.hpp"
#include "ui/core/toasts.hpp"
#include "ui/fields/fields.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/list/rows.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace ui {
namespace {

constexpr float shown_after_ms  = 300;  // shorter work is not shown
constexpr float least_for_words = 800;  // px; below, the tools' buttons show only their icon

// On phones, makes all controls large enough for a finger.
class ForFingers {
public:
    explicit ForFingers(bool wanted) : control_(context().theme.control)
    {
        if (wanted) context().theme.control = std::max(control_, 44.0f);
    }
    ~ForFingers() { context().theme.control = control_; }
    ForFingers(const ForFingers&)            = delete;
    ForFingers& operator=(const ForFingers&) = delete;

private:
    float control_;
};

void say_count(const ListRows& rows, const ListWork& work)
{
    const auto words = work.loading ? say("ui.loading") : say("ui.results", {count(rows.size()), count(rows.total())});
    const auto rect  = place(std::ceil(text_width(words, Type::body)), 20);
    words_in(rect, words, Type::body, palette().text_soft);
    Node node{.id = id_named("count"), .role = Role::status, .name = words};
    text_at(node, Type::body, 0);
    say_node(rect, node);
}

// On phones, where there are no column titles to press.
void sort_menu(ListState& state, const ListRows& rows)
{
    Menu menu("ui.sort", {.icon = icons::arrow_down_up, .kind = Kind::secondary});
    if (!menu) return;
    for (int at = 0; at < rows.columns(); ++at) {
        const auto column = rows.column(at);
        if (column.style.sort < 0) continue;
        const bool on = !state.sort.empty() && state.sort[0].column == column.style.sort;
        if (menu.item(column.title, {.checked = on ? 1 : 0})) {
            state.sort   = {{column.style.sort, on && !state.sort[0].descending}};
            state.top    = 0;
            state.offset = 0;
        }
    }
}

void file_items(Menu& menu, ListState& state)
{
    if (menu.item("ui.export_workbook", {.icon = icons::table})) state.wanted = base::SheetFormat::workbook;
    if (menu.item("ui.export_csv", {.icon = icons::table})) state.wanted = base::SheetFormat::csv;
    if (menu.item("ui.export_json", {.icon = icons::braces})) state.wanted = base::SheetFormat::json;
}

void export_menu(ListState& state)
{
    Menu menu("ui.export", {.icon = icons::download, .kind = Kind::secondary, .icon_only = false, .arrow = true});
    if (!menu) return;
    menu.heading("ui.export_columns");
    file_items(menu, state);
}

// On phones: starts selecting rows, and export.
void more_menu(ListState& state, const ListRows& rows)
{
    Menu menu("ui.more", {.icon = icons::ellipsis, .kind = Kind::secondary});
    if (!menu) return;
    if (can_select(rows) && menu.item("ui.selecting", {.icon = icons::list_checks})) state.selecting = true;
    if (!rows.exports()) return;
    if (can_select(rows)) menu.separator();
    menu.heading("ui.export_columns");
    file_items(menu, state);
}

void arrange_button(ListState& state, bool icon_only)
{
    const bool pressed = icon_only ? icon_button("ui.columns", icons::columns_3, {.kind = Kind::secondary})
                                   : button("ui.columns", {.icon = icons::columns_3});
    if (pressed) state.arranging.open = true;
}

void bulk_menu(ListFrame& list)
{
    const auto bulk = list.rows.bulk();
    Menu       menu("ui.bulk_actions", {.kind = Kind::primary, .icon_only = false, .arrow = true});
    if (!menu) return;
    for (std::size_t at = 0; at < bulk.size(); ++at) {
        if (bulk[at].style.separator_above) menu.separator();
        if (menu.item(bulk[at].label,
                      {.icon = bulk[at].style.icon, .why_not = bulk[at].why_not, .danger = bulk[at].style.danger}))
            list.state.wanted_bulk = at;
    }
}

float search_width(float room) { return std::min(360.0f, std::floor(room * 0.4f)); }

bool tools_of_cards(ListState& state, const ListRows& rows, const ListWork& work)
{
    ForFingers fingers(true);
    bool       sorts = false;
    for (int at = 0; at < rows.columns(); ++at) sorts = sorts || rows.column(at).style.sort >= 0;
    const bool more     = (can_select(rows) || rows.exports()) && !state.selecting;
    bool       searched = false;
    {
        Row row({.wrap = false});
        searched = search_field("ui.search", state.search,
                                available_width() - static_cast<float>(sorts + more) * (context().theme.control + 8));
        if (sorts) sort_menu(state, rows);
        if (more) more_menu(state, rows);
    }
    gap(8);
    say_count(rows, work);
    return searched;
}

// While rows are selected, export is in the bar instead.
bool tools_of_table(ListState& state, const ListRows& rows, const ListWork& work)
{
    const bool narrow = available_width() < least_for_words;
    Row        row({.gap = 12, .wrap = false});
    const bool searched = search_field("ui.search", state.search, search_width(available_width()));
    row.push_right();
    say_count(rows, work);
    if (rows.arranges() && rows.size() > 0) arrange_button(state, narrow);
    if (rows.exports() && rows.size() > 0 && state.selection.empty()) export_menu(state);
    return searched;
}

void leave_selection(ListFrame& list, bool by_keyboard)
{
    list.state.selection.clear();
    list.state.selecting = false;
    // The bar disappears: the focus goes back to the rows.
    if (by_keyboard) walk_to(list, list.state.row, RowPart::link);
    context().animate();
}

void clear_button(ListFrame& list, bool icon_only)
{
    const bool by_keyboard = context().focus_ring(id_of("ui.select_none"));
    const bool pressed     = icon_only ? icon_button("ui.select_none", icons::x)
                                       : button("ui.select_none", {.kind = Kind::ghost, .icon = icons::x});
    if (pressed) leave_selection(list, by_keyboard);
}

// A separate line of the bar, in `rect`.
class BarLine {
public:
    BarLine(const Rect& rect, Align align)
    {
        Flow flow;
        flow.left = flow.x = flow.right = rect.x;
        flow.width                      = rect.w;
        flow.y = flow.top = flow.bottom = rect.y + std::floor((rect.h - context().theme.control) / 2);
        context().parts().flows.push_back(flow);
        row_.emplace(RowStyle{.wrap = false, .align = align});
    }
    ~BarLine()
    {
        row_.reset();
        context().parts().flows.pop_back();
    }
    BarLine(const BarLine&)            = delete;
    BarLine& operator=(const BarLine&) = delete;

private:
    std::optional<Row> row_;
};

void say_selected(const ListFrame& list, const Rect& room)
{
    const auto words = say(list.rows.selected(), {count(selected_count(list))});
    words_in(room, words, Type::strong, palette().text);
    Node node{.id = id_named("selected"), .role = Role::status, .name = words};
    text_at(node, Type::strong, 0);
    say_node(room, node);
}

}  // namespace

bool draw_tools(ListState& state, const ListRows& rows, const ListWork& work, bool cards)
{
    const bool searched = cards ? tools_of_cards(state, rows, work) : tools_of_table(state, rows, work);
    if (searched) {
        state.top    = 0;
        state.offset = 0;
        state.row    = 0;
        context().animate();
    }
    return searched;
}

void draw_work(ListState& state, const ListWork& work, const Rect& table)
{
    state.busy_ms = work.busy ? state.busy_ms + context().step_ms() : 0;
    if (!work.busy) return;
    context().animate();
    if (state.busy_ms < shown_after_ms) return;
    const Rect  track{table.x, table.y - 5, table.w, 3};
    const float share = std::clamp(work.progress, 0.0f, 1.0f);
    const auto  words = say("ui.searching");
    fill(track, palette().pressed, 1.5f);
    if (share > 0) fill({track.x, track.y, std::max(3.0f, track.w * share), track.h}, palette().accent, 1.5f);
    say_node(track, {.id        = id_named("progress"),
                     .role      = Role::progressbar,
                     .name      = words,
                     .row       = static_cast<std::int32_t>(std::lround(share * 100)),
                     .row_count = 100});
    say_node(track, {.id = id_named("searching"), .role = Role::status, .name = words});
}

float bar_height(const ListFrame& list)
{
    const bool none = list.state.selection.empty();
    if (!list.boxes || (none && !list.state.selecting)) return 0;
    return list.cards && !none ? 112.0f : 60.0f;
}

void draw_bar(ListFrame& list)
{
    const float height = bar_height(list);
    if (height == 0) return;
    auto&      ui = context();
    IdScope    scope("selection");
    ForFingers fingers(list.cards);
    const bool some    = !list.state.selection.empty();
    const bool exports = list.rows.exports() && some;
    const bool bulk    = !list.rows.bulk().empty() && some;
    const auto id      = id_named("bar");
    gap(8);
    const auto at = peek();
    const Rect bar{at.x, at.y, at.w, height - 8};
    fill(bar, ui.theme.tone(Tone::accent).soft, radius::l);
    frame(bar, ui.theme.tone(Tone::accent).line, radius::l);
    keep_toasts_above(ToastFloor::bar, bar);
    enter_node(bar, {.id = id, .role = Role::group, .name = say("ui.selection"), .keys = keys::escape});
    while (const auto* key = ui.next_key(id))
        if (key->text == "Escape") leave_selection(list, true);

    if (list.cards) {
        // "All" at the left, "none" at the right; the actions have a line of their own.
        draw_all_box(list, {bar.x, bar.y + 4, box_width, 44});
        say_selected(list, {bar.x + box_width, bar.y, bar.w - 2 * box_width - 8, 52});
        {
            BarLine line({bar.right() - box_width - 4, bar.y, box_width, 52}, Align::start);
            clear_button(list, true);
        }
        if (exports || bulk) {
            BarLine line({bar.x + 8, bar.y + 48, bar.w - 16, 52}, Align::start);
            if (bulk) bulk_menu(list);
            if (exports) export_menu(list.state);
        }
    } else {
        say_selected(list, {bar.x + 16, bar.y, bar.w * 0.5f, bar.h});
        BarLine line({bar.x + 16, bar.y, bar.w - 24, bar.h}, Align::end);
        if (bulk) bulk_menu(list);
        if (exports) export_menu(list.state);
        clear_button(list, false);
    }
    ui.semantics().leave();
    took(0, bar.h);
}

}  // namespace ui
