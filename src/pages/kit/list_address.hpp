// The words that a list is searched for stand in the address, so that a link and a reload bring them back.
#pragma once
#include "pages/kit/screen.hpp"
#include "ui/list/list.hpp"

#include <string_view>
#include <utility>

namespace pages {

// The filters of services that other rooms lead to, by their names in the address.
inline constexpr std::string_view filter_of_kind = "kind", filter_of_expiry = "expires";

// Before the list is drawn, and after it: what the customer has typed meanwhile.
inline void read_search(ui::ListState& list, const Screen& screen) { list.search = screen.route.at("q"); }

inline void keep_search(const ui::ListState& list, Screen& screen)
{
    auto route = screen.route.with("q", list.search);
    if (route != screen.route && !screen.goes()) screen.replace(std::move(route));
}

}  // namespace pages
