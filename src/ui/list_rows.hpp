// One frame of a list: where its columns are, and the drawing of a row as a line of a table or as a card.
// Internal to the kit.
#pragma once
#include "ui/item.hpp"
#include "ui/list.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace ui {

struct ListColumn {
    int   index = 0;  // in the descriptor
    float x = 0, width = 0;
    ListRows::ColumnView view = {};
};

struct ListFrame {
    ListRows&               rows;
    ListState&              state;
    std::uint32_t           id = 0;
    Rect                    view;   // of the rows, without the header
    bool                    cards = false;
    float                   height = 44;  // of a row
    bool                    actions = false;
    std::vector<ListColumn> columns;      // those that have room, from the left
    std::optional<ListPick> pick = {};
};

// Chooses the columns that have room in that width: the ones of highest priority number go first.
std::vector<ListColumn> lay_out(const ListRows& rows, float x, float width, float actions_width);

inline constexpr float actions_width = 56;

// Ids of a row's parts last while the row has its id.
std::uint32_t row_id(const ListFrame& list, std::string_view row);
std::uint32_t row_link_id(std::uint32_t row);
std::uint32_t row_button_id(std::uint32_t row);

void draw_header(ListFrame& list, const Rect& rect);

// The loaded row, number `number`, in `rect`.
void draw_row(ListFrame& list, std::int64_t number, const Rect& rect);

}  // namespace ui
