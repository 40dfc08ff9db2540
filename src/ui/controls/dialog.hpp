// A modal window over the page: dimmed backdrop, title, a body that scrolls, buttons that stay. On phones it is a
// sheet over the whole screen. Escape and the cross close it, and the focus goes back to what opened it.
#pragma once
#include "ui/controls/controls.hpp"

#include <cstdint>
#include <memory>

namespace ui {

// What a page remembers of a dialog; the draft stands beside it in a derived struct.
struct Dialog {
    bool open     = false;
    bool touched  = false;  // complaints wait until the customer has tried
    bool was_open = false;  // in the last frame
};

struct DialogStyle {
    Label hint  = {};  // below the title
    float width = 520;
    Icon  icon  = {};
    Tone  tone  = Tone::neutral;
    bool  alert = false;  // role alertdialog
};

// A dialog made by hand; for fields over a command take Form.
class DialogScope {
public:
    DialogScope(Dialog& dialog, Label title, DialogStyle style = {});
    ~DialogScope();
    DialogScope(const DialogScope&)            = delete;
    DialogScope& operator=(const DialogScope&) = delete;

    explicit operator bool() const { return drawing_; }

    // The body ends and the buttons follow, from the left; the last one is the one that acts.
    void footer();
    // Closes at the end of this frame.
    void close();

    std::uint32_t id() const { return id_; }

private:
    struct Window;

    Dialog&                 dialog_;
    bool                    drawing_ = false;
    bool                    closing_ = false;
    std::uint32_t           id_      = 0;
    std::unique_ptr<Window> window_;
};

// A question with one dangerous or important answer. True when the customer gave it.
bool confirm(Dialog& dialog, Label title, Label words, Label verb, Kind kind = Kind::primary);

}  // namespace ui
