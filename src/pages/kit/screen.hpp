// Everything that a page gets in each frame, and all requests it can make.
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

class ServiceSearch;

// "café.fr" converted to ASCII for DNS; nothing if it cannot be a host name.
using ToAscii = std::optional<std::string> (*)(std::string_view host_name);

struct Screen {
    const store::Store& store;
    const Route&        route;
    Preferences&        preferences;  // of the lists; stored in the browser
    model::Day          today;        // date in Paris, by the host's clock
    ToAscii             to_ascii       = nullptr;
    std::string         not_understood = {};       // of the address: "tld=co,uk"; said with the notices
    Route               understood     = {};       // the address without that
    bool                file_hovers    = false;    // a file is being dragged over the page
    bool                renewed        = false;    // a newer version of the program is ready
    bool                unkept         = false;    // the browser does not promise to keep the data
    base::Instant       doubted        = {};       // what the device's clock says, while nobody confirms it
    ServiceSearch*      services       = nullptr;  // for the fields that choose a service; set by the frame
    query::Work         work           = {};       // time budget of lists in this frame, and the language's collation

    // --- what the page reports about this frame
    bool list_is_empty = false;  // nothing to show yet, the search is still running
    bool dragging      = false;  // the pointer is changing a preference; it is stored at the end of the drag

    // --- the page's requests
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

    // Go to another route. Of several in a frame the last one counts.
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
