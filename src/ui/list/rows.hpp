// One frame of a list: the positions of its columns, and the drawing of a row as a table line or as a card. Internal to
// the kit.
#pragma once
#include "ui/core/item.hpp"
#include "ui/list/list.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace ui {

struct ListColumn {
    int                  index = 0;  // in the descriptor
    float                x = 0, width = 0;
    ListRows::ColumnView view   = {};
    bool                 chosen = false;  // the customer chose its width
};

struct ListFrame {
    ListRows&               rows;
    ListState&              state;
    std::uint32_t           id = 0;
    Rect                    view;  // the area of the rows, without the header
    bool                    cards   = false;
    float                   height  = 44;  // of a row
    bool                    actions = false;
    bool                    boxes   = false;  // rows have a check box at the left
    std::vector<ListColumn> columns;          // the visible ones, from the left
    std::optional<ListPick> pick = {};
};

// --- arrange.cpp ---
std::vector<Arranged> arrangement(const ListRows& rows, const ColumnChoices& choices);

// Chooses the columns that fit that width; the highest priority number is hidden first.
std::vector<ListColumn> lay_out(const ListRows& rows, const ColumnChoices& choices, float x, float width,
                                float actions_width);

// The draggable edges between the titles; call before the titles, which surround them.
void drag_edges(ListFrame& list, const Rect& header);

// The popup that hides, moves and resizes columns.
void draw_arranging(ListState& state, const ListRows& rows);

inline constexpr float actions_width = 56, box_width = 44, list_pad = 12;

// Ids of a row's parts, stable while the row's id is.
std::uint32_t row_id(const ListFrame& list, std::string_view row);
std::uint32_t row_link_id(std::uint32_t row);
std::uint32_t row_button_id(std::uint32_t row);
std::uint32_t row_box_id(std::uint32_t row);

// --- keys.cpp ---
double position_of(const ListFrame& list);  // pixels scrolled away above the view
void   scroll_to(ListFrame& list, double position);

// The part of a row that has the keyboard focus.
enum class RowPart : std::uint8_t { box, link, button };

// The part of the loaded row that the node is; nothing for any other node.
std::optional<RowPart> part_of(const ListFrame& list, std::uint32_t node);

// Moves the focus to a row and scrolls it fully into view.
void walk_to(ListFrame& list, std::int64_t row, RowPart part);
void take_keys(ListFrame& list);

// --- copy.cpp ---
// Puts the selected rows on the clipboard, or, where none is, the one of that number: the columns shown, with their titles,
// separated by tabs.
void copy_rows(ListFrame& list, std::int64_t row);

// --- row_menu.cpp ---
// Opens the row's menu for a right click or a long press, at the pointer, or for the menu key, at the row.
void take_menu_key(ListFrame& list, std::uint32_t row, std::int64_t number, const Rect& rect);

// The row's menu while it is open; call inside one of the row's cells.
void draw_menu(ListFrame& list, std::uint32_t row, std::int64_t number);

// The button that opens it.
void draw_actions(ListFrame& list, std::uint32_t row, std::int64_t number, const Rect& rect);

// --- select.cpp ---
bool         can_select(const ListRows& rows);
std::int64_t selected_count(const ListFrame& list);

// Selects or deselects the row; with `extend` all rows from the last one pressed to this one.
void toggle_row(ListFrame& list, std::int64_t number, bool extend);

// The check box of a row, in `room`, and the one above them for all rows.
void draw_row_box(ListFrame& list, std::uint32_t row, std::int64_t number, const Rect& room);
void draw_all_box(ListFrame& list, const Rect& room);

// --- tools.cpp ---
// Search, sort order, export, count, above the rows. True when the search text changed.
bool draw_tools(ListState& state, const ListRows& rows, const ListWork& work, bool cards);
void draw_work(ListState& state, const ListWork& work, const Rect& table);

// The bar of actions for the selected rows, below them; height 0 while there are none.
float bar_height(const ListFrame& list);
void  draw_bar(ListFrame& list);

void draw_header(ListFrame& list, const Rect& rect);

// Draws the loaded row, number `number`, in `rect`.
void draw_row(ListFrame& list, std::int64_t number, const Rect& rect);

}  // namespace ui
