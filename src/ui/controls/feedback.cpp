#include "ui/controls/feedback.hpp"

#include "ui/core/item.hpp"
#include "ui/core/parts.hpp"
#include "ui/icons.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

bool banner(Tone tone, Label words, Label action, Label title)
{
    auto&       ui           = context();
    const auto& colors       = ui.theme.tone(tone);
    const auto  at           = peek();
    const bool  narrow       = at.w < 560;
    const auto  verb         = action.words();
    const float button_width = verb.empty() ? 0 : std::ceil(text_width(verb, Type::strong)) + 24;
    const float x            = at.x + 46;
    const float width        = at.x + at.w - 16 - x - (narrow || verb.empty() ? 0 : button_width + 16);
    const auto  lines        = lines_of(words.words(), Type::body, width);
    const float head         = title.empty() ? 0 : 20;
    const float words_high   = head + 20 * static_cast<float>(lines.size());
    const float high         = 12 + words_high + (narrow && !verb.empty() ? 8 + 32 : 0) + 12;
    const auto  rect         = place(0, std::max(high, verb.empty() ? 44.0f : 52.0f));
    const auto  id           = id_below(id_of(words), 0xba);

    fill(rect, colors.soft, radius::l);
    frame(rect, colors.line, radius::l);
    const float top = narrow ? rect.y + 12 : rect.y + std::floor((rect.h - words_high) / 2);
    icon_at(rect.x + 26, top + 10, icon_of(tone), 18, colors.text);
    enter_node(rect, {.id = id, .role = Role::group, .name = title.empty() ? words.words() : title.words()});
    if (head > 0) {
        words_in({x, top, width, 20}, title.words(), Type::strong, colors.text);
        say_node({x, top, width, 20}, said(id_below(id, 2), title.words(), Type::strong));
    }
    words_lines(x, top + head, width, lines, Type::body, palette().text);
    say_node({x, top + head, width, 20 * static_cast<float>(lines.size())},
             said(id_below(id, 1), words.words(), Type::body));
    bool pressed = false;
    if (!verb.empty()) {
        const Rect button = narrow ? Rect{x, rect.bottom() - 44, button_width, 32}
                                   : Rect{rect.right() - 12 - button_width, rect.y + std::floor((rect.h - 32) / 2),
                                          button_width, 32};
        Node       node{.id = id_below(id, 3), .role = Role::button, .name = verb};
        text_at(node, Type::strong, 12);
        const auto hit = item(button, node);
        fill(button, mix(ui.theme.palette.background, palette().hover, hit.hover), radius::m);
        frame(button, colors.line, radius::m);
        words_in(button, verb, Type::strong, palette().text, Align::center);
        if (hit.ring) focus_ring(button, radius::m);
        pressed = hit.pressed;
    }
    ui.semantics().leave();
    return pressed;
}

void notice(Tone tone, Label words)
{
    const auto& colors = context().theme.tone(tone);
    const auto  at     = peek();
    const auto  lines  = lines_of(words.words(), Type::body, at.w - 44 - 14);
    const auto  rect   = place(0, 20 * static_cast<float>(lines.size()) + 20);
    fill(rect, colors.soft, radius::m);
    icon_at(rect.x + 22, rect.y + 20, icon_of(tone), 17, colors.text);
    words_lines(rect.x + 44, rect.y + 10, rect.w - 58, lines, Type::body,
                tone == Tone::neutral ? palette().text : mix(colors.text, palette().text, 0.35f));
    say_node({rect.x + 44, rect.y + 10, rect.w - 58, rect.h - 20},
             said(id_below(id_of(words), 0x40), words.words(), Type::body));
}

bool empty_state(const Empty& empty)
{
    auto&       ui    = context();
    const auto  at    = peek();
    const float width = std::min(at.w - 32, 420.0f);
    const float left  = at.x + std::floor((at.w - width) / 2);
    const auto  title = lines_of(empty.title.words(), Type::title, width);
    const auto  words = empty.words.empty() ? std::vector<std::string_view>{}
                                            : lines_of(empty.words.words(), Type::body, width);
    const float high  = 40 + 56 + 16 + 24 * static_cast<float>(title.size()) +
                        (words.empty() ? 0 : 6 + 20 * static_cast<float>(words.size()));
    const auto  rect  = place(0, high + (empty.action.empty() ? 40 : 0));
    const auto  id    = id_of(empty.title);

    const Rect box{at.x + std::floor((at.w - 56) / 2), rect.y + 40, 56, 56};
    fill(box, ui.theme.tone(Tone::neutral).soft, 16);
    icon_at(box.x + 28, box.y + 28, empty.icon.empty() ? Icon(icons::inbox) : empty.icon, 26, palette().text_soft);
    float y = box.bottom() + 16;
    words_lines(left, y, width, title, Type::title, palette().text, Align::center);
    say_node({left, y, width, 24 * static_cast<float>(title.size())},
             said(id_below(id, 1), empty.title.words(), Type::title));
    y += 24 * static_cast<float>(title.size());
    if (!words.empty()) {
        words_lines(left, y + 6, width, words, Type::body, palette().text_soft, Align::center);
        say_node({left, y + 6, width, 20 * static_cast<float>(words.size())},
                 said(id_below(id, 2), empty.words.words(), Type::body));
    }
    if (empty.action.empty()) return false;
    gap(20);
    bool pressed = false;
    {
        Row row({.align = Align::center});
        pressed = empty.href.empty() ? button(empty.action) : button_link(empty.action, empty.href);
    }
    gap(40);
    return pressed;
}

void skeleton(int lines, Label name)
{
    const auto at = peek();
    enter_node({at.x, at.y, at.w, 28.0f * static_cast<float>(lines)},
               {.id = id_below(id_of(name), 0x5e), .role = Role::group, .name = name.words(), .state = state::busy});
    context().semantics().leave();
    for (int line = 0; line < lines; ++line) {
        const auto  rect  = place(0, 16);
        const float share = line % 3 == 0 ? 0.92f : line % 3 == 1 ? 0.74f : 0.83f;
        fill({rect.x, rect.y, rect.w * share, 14}, palette().hover, radius::s);
    }
}

}  // namespace ui
