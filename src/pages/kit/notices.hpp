// What the store must tell although nobody asked, at the top of every page until it is closed.
#pragma once
#include "pages/kit/screen.hpp"

namespace pages {

void draw_notices(Screen&);

}  // namespace pages
