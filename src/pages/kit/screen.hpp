// What a page is given in each frame, and what it may ask of the app. Nothing more.
#pragma once
#include "base/date.hpp"
#include "pages/kit/preferences.hpp"
#include "pages/kit/request.hpp"
#include "pages/kit/route.hpp"
#include "query/source.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace store {
class Store;
}

namespace pages {

// "café.fr" as DNS wants it; nothing when it cannot be a host name.
using ToAscii = std::optional<std::string> (*)(std::string_view host_name);

struct Screen {
    const store::Store& store;
    const Route&        route;
    Preferences&        preferences;  // of the lists; remembered
    model::Day          today;        // in Paris, by the host's clock
    ToAscii             to_ascii    = nullptr;
    bool                file_hovers = false;  // a file is being dragged over the page
    query::Work         work        = {};     // time in this frame for lists, and the language's order

    // --- what the page says of this frame
    bool list_is_empty = false;  // what is looked for has not been found yet, and nothing else is to be seen
    bool dragging      = false;  // a preference is being changed by the pointer; it is remembered when that is over

    // --- what it asks for
    std::vector<Request>      asked  = {};
    std::vector<PopupRequest> popups = {};

    void ask(Request request) { asked.push_back(std::move(request)); }
    void ask(PopupRequest request) { popups.push_back(std::move(request)); }
    void ask(model::Command command, Dispatch::Answered answered = {})
    {
        Dispatch dispatch{{}, std::move(answered)};
        dispatch.commands.push_back(std::move(command));
        ask(std::move(dispatch));
    }

    // Where the customer goes next. The last place asked for in a frame counts.
    void open(Route to) { go({std::move(to), false}); }
    void replace(Route to) { go({std::move(to), true}); }
    bool goes() const
    {
        return std::ranges::any_of(asked, [](const auto& one) { return std::holds_alternative<Go>(one); });
    }

private:
    void go(Go to)
    {
        std::erase_if(asked, [](const auto& one) { return std::holds_alternative<Go>(one); });
        ask(std::move(to));
    }
};

}  // namespace pages
