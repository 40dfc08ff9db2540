// Converts the page's appearance to the kit's theme and that to the page's: the two layers must not include each other.
#pragma once
#include "app/settings.hpp"
#include "platform/page.hpp"
#include "ui/core/theme.hpp"

namespace app {

// The theme for what the customer chose, as far as the system does not decide.
ui::Theme       theme_for(const platform::Appearance& wanted, ThemeChoice choice);
platform::Theme to_page(const ui::Theme& theme);

}  // namespace app
