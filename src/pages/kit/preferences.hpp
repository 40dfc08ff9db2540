// The customer's settings of lists, remembered by this browser; never the customer's data. The app stores the strings,
// pages change the struct.
#pragma once
#include "ui/list/columns.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pages {

// A named search with filters and order.
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

// One line per filter: the name, a tab, the address. The input is untrusted: filters that lead to no list of `page`, or
// whose name is missing or repeated, are skipped, and their number is limited.
std::vector<SavedFilter> read_filters(std::string_view words, std::string_view page);
std::string              print_filters(const std::vector<SavedFilter>&);

}  // namespace pages
