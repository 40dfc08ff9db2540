// How this customer wants the program to look, remembered in this browser. Never the customer's data.
#pragma once
#include "base/texts.hpp"
#include "pages/kit/preferences.hpp"
#include "pages/kit/request.hpp"
#include "ui/core/theme.hpp"

#include <string>
#include <string_view>

namespace app {

using pages::ThemeChoice;

struct Settings {
    base::Language language       = base::Language::fr;
    ThemeChoice    theme          = ThemeChoice::system;
    bool           menu_collapsed = false;  // to icons
    std::string    recent         = {};     // what was chosen in the global search, as the pages wrote it

    bool operator==(const Settings&) const = default;
};

// What was remembered; what never was follows the browser: its first language, French when that is neither of ours.
Settings load_settings();
void     save_settings(const Settings& settings);

// What the customer chose about lists. Any words are survived.
pages::Preferences load_preferences();
void               save_preferences(const pages::Preferences& preferences);

// What is drawn: the choice, or what the customer's system asks for.
ui::Scheme scheme(ThemeChoice choice, bool system_is_dark);

}  // namespace app
