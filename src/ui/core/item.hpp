// A pressable item: its rectangle, its node, and its state. Internal to the kit.
#pragma once
#include "ui/core/paint.hpp"

#include <cstdint>
#include <string_view>

namespace ui {

struct Item {
    Rect          rect;
    std::uint32_t id      = 0;
    int           node    = -1;
    bool          visible = true;  // not clipped away entirely
    bool          hovered = false, held = false, pressed = false;
    bool          ring  = false;  // draw the focus ring
    float         hover = 0;      // 0 to 1, animated
};

// The id of a widget with these words, within the enclosing id scopes.
std::uint32_t id_of(Label label);
std::uint32_t id_named(std::string_view words);
std::uint32_t id_below(std::uint32_t parent, int number);

// Adds the node (fills in its rect and clip) and asks ImGui and the page whether it was pressed. A disabled node can be
// hovered and focused, but never pressed.
Item item(const Rect& rect, Node node);

// The same, but what follows becomes children of the node, until semantics().leave().
Item item_scope(const Rect& rect, Node node);

// A node that cannot be pressed.
int  say_node(const Rect& rect, Node node);
int  enter_node(const Rect& rect, Node node);
Rect clip_of(const Rect& rect);

// Sets the position and size of the text inside the node, for the page's transparent copy of it.
void text_at(Node& node, Type type, float text_x, float text_y = -1);

// A node of static text.
Node said(std::uint32_t id, std::string_view words, Type type);

}  // namespace ui
