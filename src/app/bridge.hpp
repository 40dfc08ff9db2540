// From what the page heard to what the kit understands, and from the kit's theme to the page's: the two layers
// may not know each other.
#pragma once
#include "platform/page.hpp"
#include "ui/core/theme.hpp"

namespace app {

platform::Theme to_page(const ui::Theme& theme);

}  // namespace app
