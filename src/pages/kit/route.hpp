// Where the customer is: the part of the address after '#', as words and back.
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
    std::string item;  // the object whose details are open

    // What narrows and orders a list, in the order of the address. A name stands once and never without a value.
    std::vector<std::pair<std::string, std::string>> query;

    bool operator==(const Route&) const = default;

    // Empty when the name does not stand there.
    std::string_view at(std::string_view name) const;

    // The same place with another value; an empty one takes the name away.
    Route with(std::string_view name, std::string_view value) const;
};

// Reads any text, with or without its '#': an address is typed, cut short and forged. What is no valid UTF-8 or
// a control character is left out, what is too long or too much is cut off; anything can be printed again.
Route parse_route(std::string_view hash);

// "#/services/active?q=exemple"; what parse_route reads as the same route.
std::string to_hash(const Route& route);

}  // namespace pages
