// A modal window over the page: dimmed backdrop, title, a scrolling body, buttons that stay in place. On phones it
// fills the whole screen. Escape and the cross close it; the focus then returns to the control that opened it.
#pragma once
#include "ui/controls/controls.hpp"

#include <cstdint>
#include <memory>

namespace ui {

// A page's state of a dialog; derived structs add the draft.
struct Dialog {
    bool open     = false;
    bool touched  = false;  // the customer has tried to accept, so problems are shown
    bool was_open = false;  // in the last frame
};

struct DialogStyle {
    Label hint  = {};  // below the title
    float width = 520;
    Icon  icon  = {};
    Tone  tone  = Tone::neutral;
    bool  alert = false;  // role alertdialog
    Label close = {};     // on the button that leaves everything as it is; « Annuler » by default
};

// A dialog with any content; for the fields of a command use Form.
class DialogScope {
public:
    DialogScope(Dialog& dialog, Label title, DialogStyle style = {});
    ~DialogScope();
    DialogScope(const DialogScope&)            = delete;
    DialogScope& operator=(const DialogScope&) = delete;

    explicit operator bool() const { return drawing_; }

    // Ends the body and begins the buttons, from the left; the last one must be the main action.
    void footer();
    // The footer with its two buttons: the one that closes, and the verb. Where the verb would lie under the press that
    // opened the dialog, they change places, so that a second press in the same place does nothing that matters. True
    // when the verb was pressed.
    bool buttons(Label verb, Kind kind = Kind::primary, std::string_view why_not = {});
    // Closes at the end of this frame.
    void close();

    std::uint32_t id() const { return id_; }

private:
    struct Window;

    Dialog&                 dialog_;
    bool                    drawing_ = false;
    bool                    closing_ = false;
    std::uint32_t           id_      = 0;
    Label                   close_;
    std::unique_ptr<Window> window_;
};

// A question before a dangerous or important action. True when the customer confirmed.
bool confirm(Dialog& dialog, Label title, Label words, Label verb, Kind kind = Kind::primary, Label close = {});

}  // namespace ui
