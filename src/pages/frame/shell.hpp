// What stands round every page: the left menu, the global search, the state of sync, language, theme, account.
#pragma once
#include "pages/frame/search.hpp"
#include "pages/kit/fresh.hpp"
#include "ui/frame/shell.hpp"

#include <string>

namespace pages {

struct Shell {
    ui::ShellState frame;
    ui::Dialog     reset;
    std::string    search;  // what is typed
    Fresh<Found>   found;   // by it
};

void draw_top_bar(Shell&, SearchViews&, Screen&, const ShellState&);

// The question before the demo is put back.
void draw_reset(Shell&, Screen&);

}  // namespace pages
