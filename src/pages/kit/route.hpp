// The current location: the part of the address after '#', parsed and printed.
// "#/services/active/dom-7?q=exemple&sort=-expires"
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pages {

struct Route {
    std::string page;  // "services"; empty at home
    std::string tab;   // "active"
    std::string item;  // the object whose details are shown

    // Filters and order of a list, in the order of the address. Names are unique, values never empty.
    std::vector<std::pair<std::string, std::string>> query;

    bool operator==(const Route&) const = default;

    // Empty if the name is not there.
    std::string_view at(std::string_view name) const;

    // The same route with another value for `name`; an empty value removes the name.
    Route with(std::string_view name, std::string_view value) const;
};

// Parses any text, with or without its '#': addresses are untrusted. Invalid UTF-8 and control characters are dropped,
// and lengths and numbers of parts are limited. The result can always be printed.
Route parse_route(std::string_view hash);

// "#/services/active?q=exemple"; parse_route returns the same route for it.
std::string to_hash(const Route& route);

}  // namespace pages
