// What the kit keeps between widgets and frames, behind ui::Context. Internal to the kit.
#pragma once
#include "ui/core/context.hpp"
#include "ui/core/layout.hpp"
#include "ui/core/scroll.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ui {

// Where the next thing goes. One for each column, row, window.
struct Flow {
    bool  row = false;
    float x = 0, y = 0;         // where the next item goes
    float left = 0, width = 0;  // of the room
    float top    = 0;
    float gap    = 12;
    bool  fresh  = true;  // nothing placed yet (row: in this line)
    float right  = 0;     // furthest right so far
    float bottom = 0;     // lowest so far
    // of rows
    float         line   = 0;  // height of this line
    float         least  = 0;  // height of a line at least
    bool          wrap   = true;
    Align         align  = Align::start;
    int           rows   = 0;  // rows begun inside, for their ids
    std::uint32_t id     = 0;
    float         pushed = -1;  // x from where things stand on the right
    float         alpha  = 1;   // to go back to
};

// A place for a widget of that size; in a column it gets the whole width when `w` is 0.
Rect place(float w, float h);

// A scope inside the current flow: where it would begin, and what it took in the end.
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
    int   frame = 0;
};

// The menu that is open; there is never more than one.
struct MenuMemory {
    std::uint32_t              id     = 0;             // of its button; 0: none
    int                        opened = 0, drawn = 0;  // frames
    Rect                       anchor;
    float                      width = 0, height = 0;  // of the last frame
    float                      next_width = 0;         // of this one, so far
    std::string                typed;                  // letters that came shortly after one another
    int                        typed_at = 0;
    std::vector<std::uint32_t> ids;  // of this frame's items
    std::vector<std::string>   words;
};

// The list of choices that is open.
struct ChoiceMemory {
    std::uint32_t id     = 0;
    int           opened = 0, drawn = 0;
    int           marked = -1;  // index of the option under the keyboard
    bool          moved  = false;
    std::string   filter;
};

struct Context::Parts {
    float                                          alpha = 1;
    int                                            frame = 0;
    std::vector<Flow>                              flows;
    std::unordered_map<std::uint32_t, Motion>      motions;
    std::unordered_map<std::uint32_t, Measure>     measures;
    std::vector<CardFrame>                         cards;          // of the grids that are open
    std::vector<std::size_t>                       card_lines;     // where the line of each open grid begins in `cards`
    float                                          tile_high = 0;  // of the highest tile of a grid's line
    std::uint32_t                                  tile_line = 0;
    std::vector<std::size_t>                       cell_flows;  // how deep the flow of each open grid's cell is
    std::vector<Toast>                             toasts;
    int                                            next_toast = 1;
    MenuMemory                                     menu;
    ChoiceMemory                                   choice;
    std::unordered_map<std::uint32_t, std::string> drafts;  // of number fields that are being typed in
    bool          wide_buttons   = false;                   // the buttons of a dialog's footer stand below each other
    float         footer_buttons = 0;                       // how wide they are side by side
    std::uint32_t entered        = 0;                       // the field in which Enter was pressed
    float         fact_before    = -1;  // where the last fact of a form ended: facts stand close together
    std::uint32_t last_item      = 0;
    Rect          last_rect;
    bool          last_hovered = false;
    std::uint32_t bubble_id = 0, bubble_shown = 0;  // of the tooltip: wanted, and of the last frame
    float         bubble_wait = 0;
    Rect          bubble_rect;
    std::string   bubble_words;
    int           overlays = 0;  // windows over the page so far in this frame
    std::unordered_map<std::uint32_t, ScrollMemory> scrolls;
    std::vector<std::uint32_t>                      scrolling;  // areas that are open, from the outermost
    bool                                            wheel_taken = false;
    std::optional<Rect>                             show_rect;  // to be scrolled into sight
    std::uint32_t                                   show_area = 0;
    std::vector<std::uint32_t>                      silent;    // items that need no node: scrollbars
    float                                           left = 0;  // of the page, beside the left menu
    float                                           top  = 0;  // of the page, under the top bar
    std::string                                     badge;     // of the shell, where the menu has no room for it
    Rect                                            title;     // of the page, with the room at its right
    float                      bottom = -1;  // to which a list fills the page; below 0: it takes what it needs
    std::vector<std::uint32_t> items;        // of this frame, in debug builds
};

// What was measured in the last frame; nothing when it was not there.
std::optional<float> measured(std::uint32_t id);
void                 measure(std::uint32_t id, float value);

}  // namespace ui
