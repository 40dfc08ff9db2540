// The global search, which is the palette of commands too: pages and tabs, services, what the app can do, and what can
// be done with a service. Names are found in both languages, whichever is on the screen.
#pragma once
#include "pages/frame/frame.hpp"
#include "pages/services/actions.hpp"
#include "pages/services/list.hpp"
#include "ui/frame/shell.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pages {

// What choosing a suggestion does, beside leading to its address.
struct Choice {
    std::string key          = {};  // what it is called among the recent ones; empty: it is not remembered
    Request (*ask)()         = nullptr;
    bool             resets  = false;  // asks before the demo is put back
    std::string_view act     = {};     // an action on the service, by its name
    model::ServiceId service = {};     // empty: there is none to do
};

// Side by side: what is shown, and what it does.
struct Found {
    std::vector<ui::Suggestion> shown;
    std::vector<Choice>         choices;
    bool                        whole = true;  // false: services are still being looked for
};

// Two questions at a time: the services that all the words name, and those that the words beside an action name.
struct SearchViews {
    ServicesView named, aimed;
};

// What was chosen lately comes first.
Found search(std::string_view text, SearchViews&, const Screen&, const ShellState&);

}  // namespace pages
