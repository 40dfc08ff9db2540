#include "app/settings.hpp"

#include "base/enums.hpp"
#include "platform/page.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace app {
namespace {

constexpr std::string_view language_key = "language";
constexpr std::string_view theme_key    = "theme";
constexpr std::string_view menu_key     = "menu";
constexpr std::string_view recent_key   = "recent";

constexpr std::string_view service_columns_key = "services.columns";
constexpr std::string_view service_filters_key = "services.filters";

// Percent-encodes an account name: letters, digits and '-' stay, all other bytes become %XX.
std::string in_names(std::string_view account)
{
    constexpr char digits[] = "0123456789ABCDEF";
    std::string    name;
    for (const char letter : account) {
        const auto byte = static_cast<unsigned char>(letter);
        if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
            letter == '-')
            name.push_back(letter);
        else name.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
    return name;
}

// Ignores unknown values (of another version, or edited by hand).
template <class Enum>
void recall(const std::string& key, Enum& value)
{
    if (const auto word = platform::preference(key))
        if (const auto known = base::find_enum<Enum>(*word)) value = *known;
}

template <class Entry, class Key>
std::vector<Entry> merged_list(const std::vector<Entry>& before, const std::vector<Entry>& mine,
                               const std::vector<Entry>& theirs, Key key)
{
    const auto of = [key](const std::vector<Entry>& list, const Entry& one) {
        const auto found = std::ranges::find(list, one.*key, key);
        return found == list.end() ? std::nullopt : std::optional(*found);
    };
    const bool  mine_moved = !std::ranges::equal(before, mine, {}, key, key);
    const auto& first      = mine_moved ? mine : theirs;
    const auto& second     = mine_moved ? theirs : mine;

    std::vector<Entry> result;
    for (const auto* list : {&first, &second})
        for (const auto& one : *list) {
            const auto was = of(before, one), here = of(mine, one), there = of(theirs, one);
            // If this tab has not changed the entry, the other tab's value counts, including its deletion.
            const auto now = here == was ? there : here;
            if (now && !of(result, one)) result.push_back(*now);
        }
    return result;
}

// Appends those entries of `all` that `list` lacks, unchanged.
ui::ColumnChoices with_all(ui::ColumnChoices list, const ui::ColumnChoices& all)
{
    for (const auto& one : all)
        if (std::ranges::find(list, one.column, &ui::ColumnChoice::column) == list.end()) list.push_back(one);
    return list;
}

}  // namespace

std::string database_of(std::string_view account)
{
    return account.empty() ? "guichet" : "guichet@" + in_names(account);
}

std::string preference_of(std::string_view account, std::string_view key)
{
    return account.empty() ? std::string(key) : std::string(key) + '@' + in_names(account);
}

Settings load_settings(std::string_view account)
{
    Settings settings;
    if (platform::preferred_language().starts_with("en")) settings.language = base::Language::en;
    recall(preference_of(account, language_key), settings.language);
    recall(preference_of(account, theme_key), settings.theme);
    settings.menu_collapsed = platform::preference(preference_of(account, menu_key)) == "icons";
    settings.recent         = platform::preference(preference_of(account, recent_key)).value_or("");
    return settings;
}

void save_settings(std::string_view account, const Settings& wanted, const Settings& before)
{
    const auto save = [&](std::string_view key, std::string_view value) {
        platform::set_preference(preference_of(account, key), value);
    };
    if (wanted.language != before.language) save(language_key, base::name_of(wanted.language));
    if (wanted.theme != before.theme) save(theme_key, base::name_of(wanted.theme));
    if (wanted.menu_collapsed != before.menu_collapsed) save(menu_key, wanted.menu_collapsed ? "icons" : "labels");
    if (wanted.recent != before.recent) save(recent_key, wanted.recent);
}

pages::Preferences load_preferences(std::string_view account)
{
    const auto words = [&](std::string_view key) {
        return platform::preference(preference_of(account, key)).value_or("");
    };
    pages::Preferences preferences;
    preferences.services.columns = ui::read_columns(words(service_columns_key));
    preferences.services.filters = pages::read_filters(words(service_filters_key), "services");
    return preferences;
}

void save_preferences(std::string_view account, const pages::Preferences& preferences)
{
    platform::set_preference(preference_of(account, service_columns_key),
                             ui::print_columns(preferences.services.columns));
    platform::set_preference(preference_of(account, service_filters_key),
                             pages::print_filters(preferences.services.filters));
}

pages::Preferences merged(const pages::Preferences& before, const pages::Preferences& mine,
                          const pages::Preferences& theirs)
{
    if (theirs == before) return mine;

    // A missing column choice means the default, and columns are never deleted: add defaults so that both lists are complete.
    auto columns = before.services.columns;
    for (const auto* list : {&mine.services.columns, &theirs.services.columns})
        for (const auto& one : *list)
            if (std::ranges::find(columns, one.column, &ui::ColumnChoice::column) == columns.end())
                columns.push_back({.column = one.column});

    pages::Preferences both;
    both.services.columns = merged_list(columns, with_all(mine.services.columns, columns),
                                        with_all(theirs.services.columns, columns), &ui::ColumnChoice::column);
    both.services.filters = merged_list(before.services.filters, mine.services.filters, theirs.services.filters,
                                        &pages::SavedFilter::name);
    return both;
}

ui::Scheme scheme(ThemeChoice choice, bool system_is_dark)
{
    const bool dark = choice == ThemeChoice::dark || (choice == ThemeChoice::system && system_is_dark);
    return dark ? ui::Scheme::dark : ui::Scheme::light;
}

}  // namespace app
