// A page that is not built yet says so: what it will do, and what works today. It pretends nothing.
#pragma once
#include "base/texts.hpp"
#include "pages/kit/screen.hpp"

namespace pages {

struct ToCome {
    base::TextKey later;
    base::TextKey today;
};

// The empty state by itself, for a tab.
void draw(const ToCome&);

// A whole page under its title.
void draw_page_to_come(base::TextKey title, const ToCome&, Screen&);

// An address that leads nowhere.
void draw_unknown_page(Screen&);

}  // namespace pages
