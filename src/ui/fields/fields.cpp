#include "ui/fields/fields.hpp"

#include "ui/core/parts.hpp"
#include "ui/fields/edit.hpp"
#include "ui/icons.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

bool text_field(Label name, std::string& text, TextStyle style)
{
    Stack      stack({.gap = 6, .width = style.width});
    const auto label = name.words();
    const auto at    = place(0, 20);
    words_in(at, label, Type::strong, palette().text);
    const auto room = place(0, field_height(style.lines));
    if (style.selects) context().focus(field_id(name), true);
    return edit_text(room, id_of(name), {.role = Role::textbox, .name = label}, text, style).changed;
}

bool search_field(Label name, std::string& text, float width)
{
    auto&      ui   = context();
    const auto room = place(width, ui.theme.control);
    const auto seed = id_of(name);
    const auto keys = keys::up_down | (text.empty() ? 0u : keys::escape);
    auto       edit = edit_text(room, seed, {.role = Role::searchbox, .name = name.words(), .keys = keys}, text,
                                {.icon = icons::search, .placeholder = name}, 38, 36);
    if (!text.empty() && ui.key_is(edit.id, "Escape")) {
        text.clear();
        edit.changed = true;
    }
    if (!text.empty()) {
        const Rect cross{room.right() - 33, room.y + (room.h - 28) / 2, 28, 28};
        const auto hit = item(cross,
                              {.id = id_below(edit.id, 1), .role = Role::button, .name = say("ui.clear_search")});
        if (hit.hover > 0) fill(cross, faded(palette().hover, hit.hover), radius::s);
        icon_at(cross.x + 14, cross.y + 14, icons::x, 15, palette().text_soft);
        if (hit.ring) focus_ring(inset(cross, 2), radius::s);
        if (hit.pressed) {
            text.clear();
            edit.changed = true;
            ui.focus(edit.id);
        }
    }
    return edit.changed;
}

bool select(Label name, std::string& id, std::span<const Option> options, float width)
{
    Stack      stack({.gap = 6, .width = width});
    const auto label = place(0, 20);
    words_in(label, name.words(), Type::strong, palette().text);
    const auto room = place(0, context().theme.control);
    return edit_choice(room, id_of(name), {.name = name.words()}, id, {.all = options});
}

}  // namespace ui
