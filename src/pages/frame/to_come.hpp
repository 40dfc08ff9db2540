// The placeholder of a page that is not built yet: what it will do, and what works today.
#pragma once
#include "base/texts.hpp"
#include "pages/kit/screen.hpp"

namespace pages {

struct ToCome {
    base::TextKey later;
    base::TextKey today;
};

// Only the empty state, for a tab.
void draw(const ToCome&);

// A whole page under its title.
void draw_page_to_come(base::TextKey title, const ToCome&, Screen&);

// The page for an unknown address.
void draw_unknown_page(Screen&);

}  // namespace pages
