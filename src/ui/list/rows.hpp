// One frame of a list: where its columns are, and the drawing of a row as a line of a table or as a card.
// Internal to the kit.
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
    bool                 chosen = false;  // its width is the customer's
};

struct ListFrame {
    ListRows&               rows;
    ListState&              state;
    std::uint32_t           id = 0;
    Rect                    view;  // of the rows, without the header
    bool                    cards   = false;
    float                   height  = 44;  // of a row
    bool                    actions = false;
    bool                    boxes   = false;  // rows have a box at the left, to be selected
    std::vector<ListColumn> columns;          // those that have room, from the left
    std::optional<ListPick> pick = {};
};

// --- list_arrange.cpp ---
// All columns as the customer wants them: the first one stays the first.
struct Arranged {
    int   index = 0;  // in the descriptor
    bool  shown = true;
    float width = 0;  // 0: as described
};
std::vector<Arranged> arrangement(const ListRows& rows, const ColumnChoices& choices);

// Chooses the columns that have room in that width: the ones of highest priority number go first.
std::vector<ListColumn> lay_out(const ListRows& rows, const ColumnChoices& choices, float x, float width,
                                float actions_width);

// The edges between the titles, which the pointer drags; before the titles themselves, which lie around them.
void drag_edges(ListFrame& list, const Rect& header);

// The popup that hides, moves and resizes columns.
void draw_arranging(ListState& state, const ListRows& rows);

inline constexpr float actions_width = 56, box_width = 44, list_pad = 12;

// Ids of a row's parts last while the row has its id.
std::uint32_t row_id(const ListFrame& list, std::string_view row);
std::uint32_t row_link_id(std::uint32_t row);
std::uint32_t row_button_id(std::uint32_t row);
std::uint32_t row_box_id(std::uint32_t row);

// --- list_keys.cpp ---
double position_of(const ListFrame& list);  // pixels above the view
void   scroll_to(ListFrame& list, double position);

// What of a row has the keyboard.
enum class RowPart : std::uint8_t { box, link, button };

// Gives the keyboard to a row and scrolls so that all of it is seen.
void walk_to(ListFrame& list, std::int64_t row, RowPart part);
void take_keys(ListFrame& list);

// --- list_select.cpp ---
bool         can_select(const ListRows& rows);
std::int64_t selected_count(const ListFrame& list);

// Selects the row, or takes it out; with `extend` all rows from the last one pressed to this one.
void toggle_row(ListFrame& list, std::int64_t number, bool extend);

// The box at the left of a row, in `room`, and the one above them for all rows.
void draw_row_box(ListFrame& list, std::uint32_t row, std::int64_t number, const Rect& room);
void draw_all_box(ListFrame& list, const Rect& room);

// --- list_tools.cpp ---
// Search, order, files and count, above the rows. True when the search was changed.
bool draw_tools(ListState& state, const ListRows& rows, const ListWork& work, bool cards);
void draw_work(ListState& state, const ListWork& work, const Rect& table);

// What can be done with the selected rows, below them; 0 high while there are none.
float bar_height(const ListFrame& list);
void  draw_bar(ListFrame& list);

void draw_header(ListFrame& list, const Rect& rect);

// The loaded row, number `number`, in `rect`.
void draw_row(ListFrame& list, std::int64_t number, const Rect& rect);

}  // namespace ui
