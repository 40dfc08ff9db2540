// The whole screen: the shell round the open page, and the page itself by its route.
#pragma once
#include "pages/frame/import.hpp"
#include "pages/frame/work.hpp"
#include "pages/kit/screen.hpp"

#include <memory>
#include <string_view>

namespace pages {

// How the app stands, for the menus of the shell.
struct ShellState {
    bool             menu_folded  = false;
    ThemeChoice      theme_choice = ThemeChoice::system;
    bool             file_hovers  = false;  // a file is being dragged over the page
    bool             demo         = true;
    std::string_view recent       = {};  // what KeepRecent gave last, in this visit or an earlier one
};

// What all pages remember between frames.
class Pages {
public:
    Pages();
    ~Pages();

    void draw(Screen& screen, const ShellState& app);

    // The heading of the open page in the frame's language: for the title of the document.
    std::string title(const Screen& screen) const;

    ImportDialog import;
    Work         work;

    struct Parts;

private:
    std::unique_ptr<Parts> parts_;
};

}  // namespace pages
