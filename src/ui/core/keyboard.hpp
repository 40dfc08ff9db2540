// The keyboard where there is no web page to handle it: the native window and headless tests. It behaves as the page's
// mirror does: Tab follows reading order and stays inside what is modal, Enter and Space press, a popup takes the focus
// and gives it back, other keys go to the node that asks for them.
#pragma once
#include "ui/core/context.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

class Keyboard {
public:
    // Between frames: updates the focus from the screen just drawn.
    void look(Context& context);

    // The focus moves to the node, or nowhere with 0.
    void focus(Context& context, std::uint32_t id, bool ring);

    // A key by its DOM name: "Tab", "Enter", " ", "ArrowDown", "Escape", "k". Text for text fields goes through type().
    void key(Context& context, std::string_view name, bool shift = false, bool control = false);

    // Appends letters to the focused text field; for tests, where the context has page_fields.
    void type(Context& context, std::string_view text);
    void erase(Context& context);  // removes the last letter

    // The pointer was pressed here: moves the focus there, without a focus ring.
    void point(Context& context, float x, float y);

    // Reads the native window's key presses from ImGui's input; call between NewFrame and Context::begin.
    void listen(Context& context);

    std::uint32_t focused() const { return focus_; }

private:
    struct Modal {
        std::uint32_t id, opener;
    };
    std::uint32_t      focus_ = 0;
    std::vector<Modal> modals_;
    std::uint32_t      asked_ = 0;  // the node that asked for the focus in the last frame
};

}  // namespace ui
