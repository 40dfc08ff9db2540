// The frame around every page: the left menu, the global search, sync state, language, theme, account.
#pragma once
#include "pages/frame/search.hpp"
#include "pages/kit/fresh.hpp"
#include "ui/frame/shell.hpp"

#include <string>

namespace pages {

struct Shell {
    ui::ShellState frame;
    ui::Dialog     reset;
    std::string    search;  // the typed text
    Fresh<Found>   found;   // the results for it
};

void draw_top_bar(Shell&, SearchViews&, Screen&, const ShellState&);

// The confirmation before the demo is reset.
void draw_reset(Shell&, Screen&);

}  // namespace pages
