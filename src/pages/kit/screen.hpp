// What a page is given in each frame, and what it may ask of the app. Nothing more.
#pragma once
#include "base/date.hpp"
#include "model/billing/invoice.hpp"
#include "pages/kit/list_export.hpp"
#include "pages/kit/preferences.hpp"
#include "pages/kit/route.hpp"
#include "query/source.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace store {
class Store;
}

namespace pages {

// What only the app can do; carried out after the frame.
enum class Wish : std::uint8_t {
    none,
    pick_account_file,
    accept_import,  // the file that was read takes the account's place
    drop_import,    // it is forgotten
    cancel_work,    // what Pages::work shows
    export_account,
    reset_demo,
    french,
    english,
    theme_system,
    theme_light,
    theme_dark,
    fold_menu,  // to icons, and back
};

// "café.fr" as DNS wants it; nothing when it cannot be a host name.
using ToAscii = std::optional<std::string> (*)(std::string_view host_name);

struct Screen {
    store::Store& store;
    const Route&  route;
    Preferences&  preferences;  // of the lists; remembered
    base::Date    today;        // in Paris, by the host's clock
    ToAscii       to_ascii    = nullptr;
    bool          file_hovers = false;  // a file is being dragged over the page
    query::Work   work        = {};     // time in this frame for lists, and the language's order

    // Where the customer goes next. Typing in a search stays in the same entry of the history; opening something
    // makes a new one.
    std::optional<Route> next       = {};
    bool                 same_entry = false;
    Wish                 wish       = Wish::none;

    // What is looked for has not been found yet, and nothing else is to be seen.
    bool list_is_empty = false;

    // What was chosen lately in the global search, for the app to keep: see ShellState::recent.
    std::optional<std::string> recent = {};

    // A preference is being changed by the pointer; it is remembered when that is over.
    bool dragging = false;

    // A list that the customer wants as a file.
    std::unique_ptr<Sheet> sheet = {};

    // An invoice that the customer wants as a file.
    std::optional<model::InvoiceId> invoice = {};

    void open(Route to)
    {
        next       = std::move(to);
        same_entry = false;
    }
    void replace(Route to)
    {
        next       = std::move(to);
        same_entry = true;
    }
};

}  // namespace pages
