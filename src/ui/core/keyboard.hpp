// The keyboard where there is no page to have it: the window of this machine and headless tests. It does what the
// page's mirror does: Tab goes in reading order and stays inside what is modal, Enter and Space press, a popup takes
// the focus and gives it back, other keys go to the node that asks for them.
#pragma once
#include "ui/core/context.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

class Keyboard {
public:
    // Between frames: what became of the focus on the screen that was just drawn.
    void look(Context& context);

    // A key by its DOM name: "Tab", "Enter", " ", "ArrowDown", "Escape", "k". Text fields take what is typed by type().
    void key(Context& context, std::string_view name, bool shift = false, bool control = false);

    // Letters into the focused text field, at its end; for tests, where the context has page_fields.
    void type(Context& context, std::string_view text);
    void erase(Context& context);  // the last letter of it

    // A pointer went down here: the focus goes there, without a ring.
    void point(Context& context, float x, float y);

    // Key presses of this machine's window, from ImGui's input; between NewFrame and Context::begin.
    void listen(Context& context);

    std::uint32_t focused() const { return focus_; }

private:
    struct Modal {
        std::uint32_t id, opener;
    };
    void focus(Context& context, std::uint32_t id, bool ring);

    std::uint32_t      focus_ = 0;
    std::vector<Modal> modals_;
    std::uint32_t      asked_ = 0;  // the node that asked for the focus in the last frame
};

}  // namespace ui
