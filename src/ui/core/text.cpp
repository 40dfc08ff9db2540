#include "ui/core/text.hpp"

#include "ui/core/item.hpp"
#include "ui/core/parts.hpp"
#include "ui/icons.hpp"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

// A node for text that has no id of its own: its id comes from the words and its place in the frame.
Node words_node(Role role, std::string_view words, Type type)
{
    const auto& semantics = context().semantics();
    Node        node{.id = id_below(id_named(words), 0x7e00 + semantics.size()), .role = role, .name = words};
    text_at(node, type, 0);
    return node;
}

void say_words(std::string_view words, Type type, Color color, Role role, int level)
{
    const auto  style = type_style(type);
    const auto& flow  = context().flow();
    Rect        rect;
    if (flow.row) {
        rect = place(std::ceil(text_width(words, type)), style.line);
        words_in(rect, words, type, color);
    } else {
        const auto lines = lines_of(words, type, available_width());
        rect             = place(0, style.line * static_cast<float>(lines.size()));
        words_lines(rect.x, rect.y, rect.w, lines, type, color);
    }
    Node node  = words_node(role, words, type);
    node.level = static_cast<std::uint8_t>(level);
    say_node(rect, node);
}

}  // namespace

void text(Label words, Type type, Ink ink) { say_words(words.words(), type, ink_color(ink), Role::text, 0); }
void soft(Label words) { text(words, Type::body, Ink::soft); }
void caption(Label words) { text(words, Type::caption, Ink::soft); }
void strong(Label words) { text(words, Type::strong); }

void heading(Label words, int level)
{
    say_words(words.words(),
              level <= 1   ? Type::heading
              : level == 2 ? Type::title
                           : Type::strong,
              palette().text, Role::heading, level);
}

void icon(Icon icon, Ink ink, float size)
{
    const auto rect = place(size, size);
    icon_at(rect.x + size / 2, rect.y + size / 2, icon, size, ink_color(ink));
}

namespace {

constexpr float fact_gap = 12;

// Draws the value of a fact in `room`. Returns its height.
float fact_value(const Fact& fact, const Rect& room, std::uint32_t id)
{
    auto& ui = context();
    Rect  at = room;
    at.h     = 20;
    if (fact.badge) {
        const float width = text_width(fact.value, Type::caption_strong) + 16;
        const auto& tone  = ui.theme.tone(fact.tone);
        const Rect  pill{at.x, at.y - 1, std::min(width, at.w), 22};
        fill(pill, tone.soft, radius::round);
        words_in(inset(pill, 8), fact.value, Type::caption_strong, tone.text);
        Node node   = words_node(Role::text, fact.value, Type::caption_strong);
        node.text_x = 8;
        say_node(pill, node);
    } else if (!fact.href.empty()) {
        const float width = std::min(std::ceil(text_width(fact.value, Type::body)), at.w);
        const Rect  link{at.x, at.y, width, at.h};
        Node        node{.id = id_below(id, 1), .role = Role::link, .name = fact.value, .href = fact.href};
        text_at(node, Type::body, 0);
        const auto hit   = item(link, node);
        const auto color = ui.theme.tone(Tone::accent).text;
        words_in(link, fact.value, Type::body, color);
        if (hit.hover > 0) line_across(link.x, link.right(), link.bottom() - 2, faded(color, hit.hover));
        if (hit.ring) focus_ring(link, radius::s);
        if (hit.pressed) ui.follow(fact.href);
    } else {
        const float copy_room = fact.copy ? 32.0f : 0.0f;
        const auto  lines     = lines_of(fact.value, Type::body, at.w - copy_room);
        at.h                  = 20 * static_cast<float>(lines.size());
        const Color color     = fact.tone == Tone::neutral ? palette().text : ui.theme.tone(fact.tone).text;
        words_lines(at.x, at.y, at.w, lines, Type::body, color);
        say_node({at.x, at.y, at.w - copy_room, at.h}, words_node(Role::text, fact.value, Type::body));
        if (fact.copy) {
            const float after = lines.size() == 1 ? text_width(fact.value, Type::body) + 4 : at.w - 28;
            const Rect  button{at.x + std::min(after, at.w - 28), at.y - 4, 28, 28};
            const auto  name = say("ui.copy", {fact.value});
            const auto  hit  = item(button, {.id = id_below(id, 2), .role = Role::button, .name = name});
            if (hit.hover > 0) fill(button, faded(palette().hover, hit.hover), radius::m);
            icon_at(button.x + 14, button.y + 14, icons::copy, 15, palette().text_soft);
            if (hit.ring) focus_ring(button, radius::m);
            tooltip(name);
            if (hit.pressed) ui.copy(fact.value, say("ui.copied"));
        }
    }
    if (!fact.hint.empty()) {
        const auto lines = lines_of(fact.hint, Type::caption, room.w);
        const Rect hint{room.x, at.y + at.h + 2, room.w, 16 * static_cast<float>(lines.size())};
        words_lines(hint.x, hint.y, hint.w, lines, Type::caption, palette().text_soft);
        say_node(hint, words_node(Role::text, fact.hint, Type::caption));
        at.h += 2 + hint.h;
    }
    return at.h;
}

}  // namespace

void facts(std::span<const Fact> facts, Label name)
{
    Stack       stack({.gap = fact_gap});
    const Group list(Role::list, name);
    const float width       = available_width();
    float       label_width = 0;
    for (const auto& fact : facts) label_width = std::max(label_width, text_width(fact.label.words(), Type::body));
    label_width       = std::ceil(label_width) + 24;
    const bool beside = width >= 340;
    if (beside) label_width = std::clamp(label_width, std::min(180.0f, width * 0.38f), width * 0.46f);

    auto& semantics = context().semantics();
    for (const auto& fact : facts) {
        const auto id    = id_below(id_of(fact.label), 0xfac);
        const auto top   = peek();
        const int  row   = enter_node(top, {.id = id, .role = Role::listitem});
        const auto label = lines_of(fact.label.words(), Type::body, beside ? label_width - 12 : width);
        const Rect words{top.x, top.y, beside ? label_width - 12 : width, 20 * static_cast<float>(label.size())};
        words_lines(words.x, words.y, words.w, label, Type::body, palette().text_soft);
        say_node(words, words_node(Role::text, fact.label.words(), Type::body));
        const Rect  room       = beside ? Rect{top.x + label_width, top.y, width - label_width, 0}
                                        : Rect{top.x, top.y + words.h + 2, width, 0};
        const float value      = fact_value(fact, room, id);
        const float height     = beside ? std::max(words.h, value) : words.h + 2 + value;
        semantics.at(row).rect = place(0, height);
        semantics.at(row).clip = clip_of(semantics.at(row).rect);
        semantics.leave();
    }
}

}  // namespace ui
