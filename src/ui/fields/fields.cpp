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
    return edit_choice(room, id_of(name), {.name = name.words()}, id, options);
}

bool segments(Label name, int& chosen, std::span<const Segment> segments)
{
    auto&              ui = context();
    std::vector<float> widths;
    float              total = 4;
    for (const auto& segment : segments) {
        const float words = std::ceil(text_width(segment.words.words(), Type::strong));
        widths.push_back(words + (segment.icon.empty() ? 0 : 22) + 24);
        total += widths.back();
    }
    const auto id   = id_of(name);
    const auto room = place(total, ui.theme.control);
    fill(room, ui.theme.tone(Tone::neutral).soft, radius::m);
    enter_node(room,
               {.id = id, .role = Role::radiogroup, .name = name.words(), .keys = keys::left_right | keys::up_down});
    bool  changed = false;
    float x       = room.x + 2;
    for (std::size_t at = 0; at < segments.size(); ++at) {
        const auto& segment = segments[at];
        const bool  on      = chosen == static_cast<int>(at);
        const Rect  rect{x, room.y + 2, widths[at], room.h - 4};
        x += widths[at];
        Node        node{.id    = id_below(id, static_cast<int>(at)),
                         .role  = Role::radio,
                         .name  = segment.words.words(),
                         .state = on            ? state::checked
                                  : chosen >= 0 ? state::skip_tab
                                                : 0u};
        const float lead = segment.icon.empty() ? 12.0f : 34.0f;
        text_at(node, Type::strong, lead);
        const auto hit = item(rect, node);
        if (on) {
            fill(rect, palette().raised, radius::s);
            frame(rect, ui.theme.tone(Tone::neutral).line, radius::s);
        }
        const Color color = on ? palette().text : mix(palette().text_soft, palette().text, hit.hover);
        if (!segment.icon.empty()) icon_at(rect.x + 20, rect.y + rect.h / 2, segment.icon, 16, color);
        words_in({rect.x + lead, rect.y, rect.w, rect.h}, segment.words.words(), Type::strong, color);
        if (hit.ring) focus_ring(inset(rect, 1), radius::s);
        if (hit.pressed && !on) {
            chosen  = static_cast<int>(at);
            changed = true;
        }
    }
    const int size = static_cast<int>(segments.size());
    while (const auto* key = ui.next_key(id)) {
        const bool back = key->text == "ArrowLeft" || key->text == "ArrowUp";
        chosen          = (std::max(chosen, 0) + (back ? size - 1 : 1)) % size;
        changed         = true;
        ui.focus(id_below(id, chosen));
    }
    ui.semantics().leave();
    return changed;
}

}  // namespace ui
