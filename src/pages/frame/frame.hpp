// The whole screen: the shell around the open page, and the page that the route names.
#pragma once
#include "pages/frame/import.hpp"
#include "pages/frame/uncopied.hpp"
#include "pages/frame/work.hpp"
#include "pages/kit/screen.hpp"

#include <memory>
#include <string_view>

namespace pages {

// The app's state, for the menus of the shell.
struct ShellState {
    bool             menu_folded  = false;
    ThemeChoice      theme_choice = ThemeChoice::system;
    bool             file_hovers  = false;  // a file is being dragged over the page
    bool             renewed      = false;  // a newer version of the program is ready
    bool             unkept       = false;  // the browser does not promise to keep the data
    base::Instant    doubted      = {};     // what the device's clock says, while nobody confirms it
    bool             demo         = true;
    std::string_view recent       = {};  // the latest KeepRecent, of this visit or an earlier one
};

// The state of all pages between frames.
class Pages {
public:
    Pages();
    ~Pages();

    void draw(Screen& screen, const ShellState& app);

    // The heading of the open page in the frame's language, used as the document's title.
    std::string title(const Screen& screen) const;

    ImportDialog import;
    Work         work;
    Uncopied     uncopied;

    struct Parts;

private:
    std::unique_ptr<Parts> parts_;
};

}  // namespace pages
