#include "app/settings.hpp"

#include "base/enums.hpp"
#include "platform/page.hpp"

namespace app {
namespace {

constexpr std::string_view language_key = "language";
constexpr std::string_view theme_key    = "theme";
constexpr std::string_view menu_key     = "menu";
constexpr std::string_view recent_key   = "recent";

constexpr std::string_view service_columns_key = "services.columns";
constexpr std::string_view service_filters_key = "services.filters";

// A value that another version wrote, or a customer with a console, counts as none.
template <class Enum>
void recall(std::string_view key, Enum& value)
{
    if (const auto word = platform::preference(key))
        if (const auto known = base::find_enum<Enum>(*word)) value = *known;
}

}  // namespace

Settings load_settings()
{
    Settings settings;
    if (platform::preferred_language().starts_with("en")) settings.language = base::Language::en;
    recall(language_key, settings.language);
    recall(theme_key, settings.theme);
    settings.menu_collapsed = platform::preference(menu_key) == "icons";
    settings.recent         = platform::preference(recent_key).value_or("");
    return settings;
}

void save_settings(const Settings& settings)
{
    platform::set_preference(language_key, base::name_of(settings.language));
    platform::set_preference(theme_key, base::name_of(settings.theme));
    platform::set_preference(menu_key, settings.menu_collapsed ? "icons" : "labels");
    platform::set_preference(recent_key, settings.recent);
}

pages::Preferences load_preferences()
{
    pages::Preferences preferences;
    preferences.services.columns = ui::read_columns(platform::preference(service_columns_key).value_or(""));
    preferences.services.filters = pages::read_filters(platform::preference(service_filters_key).value_or(""),
                                                       "services");
    return preferences;
}

void save_preferences(const pages::Preferences& preferences)
{
    platform::set_preference(service_columns_key, ui::print_columns(preferences.services.columns));
    platform::set_preference(service_filters_key, pages::print_filters(preferences.services.filters));
}

ui::Scheme scheme(ThemeChoice choice, bool system_is_dark)
{
    const bool dark = choice == ThemeChoice::dark || (choice == ThemeChoice::system && system_is_dark);
    return dark ? ui::Scheme::dark : ui::Scheme::light;
}

}  // namespace app
