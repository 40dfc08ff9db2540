// The kit's state between widgets and between frames, behind ui::Context. Internal to the kit.
#pragma once
#include "ui/core/context.hpp"
#include "ui/core/layout.hpp"
#include "ui/core/pictures.hpp"
#include "ui/core/scroll.hpp"
#include "ui/core/type_ahead.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ui {

// The layout cursor. One for each column, row and window.
struct Flow {
    bool  row = false;
    float x = 0, y = 0;         // where the next item goes
    float left = 0, width = 0;  // of the available room
    float top    = 0;
    float gap    = 12;
    bool  fresh  = true;  // nothing placed yet (in a row: on this line)
    float right  = 0;     // furthest right edge so far
    float bottom = 0;     // lowest edge so far
    // rows only
    float         line   = 0;  // height of this line
    float         least  = 0;  // minimum height of a line
    bool          wrap   = true;
    Align         align  = Align::start;
    int           rows   = 0;  // number of rows begun inside, for their ids
    std::uint32_t id     = 0;
    float         pushed = -1;  // x from which right-aligned items start; below 0: none
    float         alpha  = 1;   // opacity to restore at the end
};

// Reserves a rectangle for a widget; in a column `w` = 0 means the whole width.
Rect place(float w, float h);

// For a scope inside the current flow: peek() tells where it would begin, took() reserves what it used.
Rect peek(float w = 0);
void took(float w, float h);

struct CardFrame {
    Rect  rect;
    int   node  = -1;
    Tone  tone  = Tone::neutral;
    float alpha = 1;
};
void draw_card_frame(const CardFrame& card);

struct Measure {
    float value = 0;
    int   frame = 0;
};

struct Motion {
    float value = 0;
    int   frame = -2;  // the last one that drew it: none
};

// Since when an overlay has been on the screen.
struct Appeared {
    std::uint32_t       id    = 0;
    double              since = 0;  // ImGui's time
    std::optional<Spot> press;      // of the pointer shortly before, which may have opened it
    int                 frame = 0;  // that drew it last
};

// The open menu; there is at most one.
struct MenuMemory {
    std::uint32_t              id     = 0;             // of its button; 0: none
    int                        opened = 0, drawn = 0;  // frame numbers
    Rect                       anchor;
    float                      width = 0, height = 0;  // measured in the last frame
    float                      next_width = 0;         // measured so far in this frame
    TypeAhead                  typing;
    std::vector<std::uint32_t> ids;  // of the items of this frame
    std::vector<std::string>   words;
};

// The open list of choices.
struct ChoiceMemory {
    std::uint32_t id     = 0;
    int           opened = 0, drawn = 0;
    int           marked  = -1;  // index of the option marked by the keyboard
    bool          moved   = false;
    bool          filters = false;  // there is a filter field
    std::string   filter;
    TypeAhead     typing;
};

struct Context::Parts {
    float                                          alpha = 1;
    int                                            frame = 0;
    std::vector<Flow>                              flows;
    std::unordered_map<std::uint32_t, Motion>      motions;
    std::unordered_map<std::uint32_t, Measure>     measures;
    Pictures                                       pictures;
    std::vector<CardFrame>                         cards;          // of the open grids
    std::vector<std::size_t>                       card_lines;     // index in `cards` of each open grid's line
    float                                          tile_high = 0;  // of the highest tile of a grid's line
    std::uint32_t                                  tile_line = 0;
    std::vector<std::size_t>                       cell_flows;  // flow depth in each open grid's cell
    std::vector<Toast>                             toasts;
    int                                            next_toast = 1;
    MenuMemory                                     menu;
    ChoiceMemory                                   choice;
    std::unordered_map<std::uint32_t, std::string> drafts;  // the text of number fields being edited
    bool                       wide_buttons   = false;      // the buttons of a dialog's footer are stacked
    float                      footer_buttons = 0;          // their total width side by side
    float                      fact_before    = -1;  // bottom of the previous fact of a form: facts are closer together
    std::uint32_t              last_item      = 0;
    Rect                       last_rect;
    bool                       last_hovered = false;
    std::uint32_t              bubble_id = 0, bubble_shown = 0;  // tooltip: wanted in this frame, shown in the last
    float                      bubble_wait = 0;
    Rect                       bubble_rect;
    std::string                bubble_words;
    int                        overlays = 0;  // number of windows over the page so far in this frame
    std::vector<std::uint32_t> over_toasts;   // the menus and lists of choices of this frame
    std::vector<Appeared>      appeared;      // the overlays of this frame and the last
    double                     ready_at = 0;  // ImGui's time from which a pointer may press what is drawn now
    std::optional<Spot>        press_before;  // where a pointer was pressed shortly before the current overlay appeared
    std::unordered_map<std::uint32_t, ScrollMemory> scrolls;
    std::vector<std::uint32_t>                      scrolling;  // the enclosing scroll areas, outermost first
    bool                                            wheel_taken = false;
    std::optional<Rect>                             show_rect;  // to be scrolled into view
    std::uint32_t                                   show_area = 0;
    std::vector<std::uint32_t>                      silent;    // items without a node: scrollbars
    float                                           left = 0;  // left edge of the page, beside the menu
    float                                           top  = 0;  // top edge of the page, below the top bar
    std::string                                     badge;     // the shell's badge, when the menu has no room for it
    Rect                                            title;     // of the page, with the room at its right
    float                      bottom = -1;  // lower edge of a list that fills the page; below 0: none does
    std::vector<std::uint32_t> items;        // of this frame, in debug builds
};

// A value stored by measure() in the last frame; empty if there was none.
std::optional<float> measured(std::uint32_t id);
void                 measure(std::uint32_t id, float value);

}  // namespace ui
