// Converts the kit's theme to the page's: the two layers must not include each other.
#pragma once
#include "platform/page.hpp"
#include "ui/core/theme.hpp"

namespace app {

platform::Theme to_page(const ui::Theme& theme);

}  // namespace app
