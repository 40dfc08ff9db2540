// One thing that can be pressed: its place, its node, and what happens to it. Internal to the kit.
#pragma once
#include "ui/core/paint.hpp"

#include <cstdint>
#include <string_view>

namespace ui {

struct Item {
    Rect          rect;
    std::uint32_t id      = 0;
    int           node    = -1;
    bool          visible = true;  // not clipped away
    bool          hovered = false, held = false, pressed = false;
    bool          ring  = false;  // draw the focus ring
    float         hover = 0;      // 0 to 1, on its way
};

// The id of a widget with these words, in the scopes around it.
std::uint32_t id_of(Label label);
std::uint32_t id_named(std::string_view words);
std::uint32_t id_below(std::uint32_t parent, int number);

// Adds the node (its rect and clip are filled in) and asks ImGui and the page whether it was pressed. A node that
// is disabled is never pressed, but still hovered and focused.
Item item(const Rect& rect, Node node);

// The same in a scope: what follows is below the node, until semantics().leave().
Item item_scope(const Rect& rect, Node node);

// A node that cannot be pressed.
int  say_node(const Rect& rect, Node node);
int  enter_node(const Rect& rect, Node node);
Rect clip_of(const Rect& rect);

// The place and size of the words inside, for the transparent text of the page.
void text_at(Node& node, Type type, float text_x, float text_y = -1);

// Words that are only read.
Node said(std::uint32_t id, std::string_view words, Type type);

}  // namespace ui
