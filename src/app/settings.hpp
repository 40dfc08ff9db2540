// A customer's display settings, stored in this browser separately for each account. Never contains the customer's data.
#pragma once
#include "base/texts.hpp"
#include "pages/kit/preferences.hpp"
#include "pages/kit/request.hpp"
#include "ui/core/theme.hpp"

#include <string>
#include <string_view>

namespace app {

using pages::ThemeChoice;

// The account whose data and preferences are used. The demo's account has no name: its keys have no suffix, as when there was
// only one account.
inline constexpr std::string_view demos_account;

// The names of an account's database and preferences in this browser. They are unique per account, and never equal the name of
// a later generation of another account's database.
std::string database_of(std::string_view account);
std::string preference_of(std::string_view account, std::string_view key);

struct Settings {
    base::Language language       = base::Language::fr;
    ThemeChoice    theme          = ThemeChoice::system;
    bool           menu_collapsed = false;  // shows icons only
    std::string    recent         = {};     // recent choices in the global search, in the pages' format

    bool operator==(const Settings&) const = default;
};

// The stored settings. Defaults follow the browser: its first language, or French if that is neither of ours.
Settings load_settings(std::string_view account);

// Saves only what differs from `before`, since other tabs may have changed the rest.
void save_settings(std::string_view account, const Settings& wanted, const Settings& before);

// The customer's list preferences. Accepts any stored text.
pages::Preferences load_preferences(std::string_view account);
void               save_preferences(std::string_view account, const pages::Preferences& preferences);

// Merges the changes of two tabs to `before`, for each filter and column; where both changed the same one, `mine` counts. The
// order is that of `mine` if it was changed there, else that of `theirs`.
pages::Preferences merged(const pages::Preferences& before, const pages::Preferences& mine,
                          const pages::Preferences& theirs);

// The scheme to draw: the customer's choice, or the system's.
ui::Scheme scheme(ThemeChoice choice, bool system_is_dark);

}  // namespace app
