// A list's search words are kept in the address, so that links and reloads restore them.
#pragma once
#include "pages/kit/screen.hpp"
#include "ui/list/list.hpp"

#include <string_view>
#include <utility>

namespace pages {

// Filters of the services lists that other rooms link to, by their names in the address.
inline constexpr std::string_view filter_of_kind = "kind", filter_of_expiry = "expires", filter_of_act = "todo";

// read_search: before the list is drawn; keep_search: after it, with what the customer has typed.
inline void read_search(ui::ListState& list, const Screen& screen) { list.search = screen.route.at("q"); }

inline void keep_search(const ui::ListState& list, Screen& screen)
{
    auto route = screen.route.with("q", list.search);
    if (route != screen.route && !screen.goes()) screen.replace(std::move(route));
}

}  // namespace pages
