// Messages of the store that nobody asked for, at the top of every page until closed.
#pragma once
#include "pages/kit/screen.hpp"

namespace pages {

void draw_notices(Screen&);

}  // namespace pages
