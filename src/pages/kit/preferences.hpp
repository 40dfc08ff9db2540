// What the customer has chosen about lists, for this browser to remember: never the customer's data. The app keeps the
// words, pages change the struct.
#pragma once
#include "ui/list/columns.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pages {

// Search, filters and order of a list under a name.
struct SavedFilter {
    std::string name;
    std::string address;  // of the list, as to_hash() prints it
    bool        operator==(const SavedFilter&) const = default;
};

struct ListPreferences {
    ui::ColumnChoices        columns;
    std::vector<SavedFilter> filters;
    bool                     operator==(const ListPreferences&) const = default;
};

struct Preferences {
    ListPreferences services;
    bool            operator==(const Preferences&) const = default;
};

inline constexpr std::size_t most_filters = 30, longest_filter_name = 40;

// A line for each: the name, a tab, the address. What was stored may be anything: what leads to no list of `page`,
// has no name of its own or is too much is left out.
std::vector<SavedFilter> read_filters(std::string_view words, std::string_view page);
std::string              print_filters(const std::vector<SavedFilter>&);

}  // namespace pages
