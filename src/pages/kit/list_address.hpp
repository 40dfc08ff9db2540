// The words that a list is searched for stand in the address, so that a link and a reload bring them back.
#pragma once
#include "pages/kit/screen.hpp"
#include "ui/list/list.hpp"

#include <utility>

namespace pages {

// Before the list is drawn, and after it: what the customer has typed meanwhile.
inline void read_search(ui::ListState& list, const Screen& screen) { list.search = screen.route.at("q"); }

inline void keep_search(const ui::ListState& list, Screen& screen)
{
    auto route = screen.route.with("q", list.search);
    if (route != screen.route && !screen.next) screen.replace(std::move(route));
}

}  // namespace pages
