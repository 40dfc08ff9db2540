// The global search, also the command palette: pages and tabs, services, commands of the app, and actions on a service.
// Names match in both languages, whichever is shown.
#pragma once
#include "pages/frame/frame.hpp"
#include "pages/services/actions.hpp"
#include "pages/services/list.hpp"
#include "ui/frame/shell.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pages {

// What choosing a suggestion does, in addition to following its address.
struct Choice {
    std::string key          = {};  // its key among the recent choices; empty: not remembered
    Request (*ask)()         = nullptr;
    bool             resets  = false;  // asks for confirmation before resetting the demo
    std::string_view act     = {};     // name of the action on the service
    model::ServiceId service = {};     // empty: no action
};

// Parallel arrays: choices[i] is what shown[i] does.
struct Found {
    std::vector<ui::Suggestion> shown;
    std::vector<Choice>         choices;
    bool                        whole = true;  // false: the search for services continues
};

// Two queries run at once: services that match all words, and services that match the words besides an action's name.
struct SearchViews {
    ServicesView named, aimed;
};

// Recent choices come first.
Found search(std::string_view text, SearchViews&, const Screen&, const ShellState&);

}  // namespace pages
