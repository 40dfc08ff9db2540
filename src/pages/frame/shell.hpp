// What stands round every page: the left menu, the global search, the state of sync, language, theme, account.
#pragma once
#include "pages/frame/search.hpp"
#include "pages/kit/fresh.hpp"
#include "ui/frame/shell.hpp"

#include <string>

namespace pages {

struct Popups;

struct Shell {
    ui::ShellState frame;
    ui::Dialog     reset;
    std::string    search;          // what is typed
    Fresh<Found>   found;           // by it
    int            days_ahead = 0;  // by which the demo's clock is to be moved after this frame
};

// The entries of the left menu, in their order, and the one that a route belongs to; below 0 for none.
std::span<const ui::MenuEntry> menu_entries();
int                            entry_of(const Route&);

void draw_top_bar(Shell&, SearchViews&, Popups&, Screen&, const ShellState&);

// The question before the demo is put back.
void draw_reset(Shell&, Screen&);

// Moves the demo's clock by what was chosen in its menu; last in a frame.
void move_clock(Shell&, Screen&);

}  // namespace pages
