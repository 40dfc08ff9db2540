// How a customer wants the program to look, remembered in this browser for each account apart. Never the customer's data.
#pragma once
#include "base/texts.hpp"
#include "pages/kit/preferences.hpp"
#include "pages/kit/request.hpp"
#include "ui/core/theme.hpp"

#include <string>
#include <string_view>

namespace app {

using pages::ThemeChoice;

// Whose data and preferences. The demo's own account has no name: what it keeps lies under the plain names, as it did when
// there was no other.
inline constexpr std::string_view demos_account;

// What an account's database and preferences are called in this browser. No two accounts share a name, and none has that of a later
// generation of another's database.
std::string database_of(std::string_view account);
std::string preference_of(std::string_view account, std::string_view key);

struct Settings {
    base::Language language       = base::Language::fr;
    ThemeChoice    theme          = ThemeChoice::system;
    bool           menu_collapsed = false;  // to icons
    std::string    recent         = {};     // what was chosen in the global search, as the pages wrote it

    bool operator==(const Settings&) const = default;
};

// What was remembered; what never was follows the browser: its first language, French when that is neither of ours.
Settings load_settings(std::string_view account);

// Only what differs from `before`: other tabs may have chosen something else since.
void save_settings(std::string_view account, const Settings& wanted, const Settings& before);

// What the customer chose about lists. Any words are survived.
pages::Preferences load_preferences(std::string_view account);
void               save_preferences(std::string_view account, const pages::Preferences& preferences);

// What two tabs have made of `before`: each filter and each column as it was changed, in either; where both changed the
// same, as in `mine`. The order is that of `mine` where it was changed there.
pages::Preferences merged(const pages::Preferences& before, const pages::Preferences& mine,
                          const pages::Preferences& theirs);

// What is drawn: the choice, or what the customer's system asks for.
ui::Scheme scheme(ThemeChoice choice, bool system_is_dark);

}  // namespace app
