#include "ui/controls/controls.hpp"

#include "ui/core/item.hpp"
#include "ui/core/parts.hpp"
#include "ui/icons.hpp"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

struct ButtonInk {
    Color back, words, border;
    bool  bordered;
};

// What slides on a switch's track, whatever the palette.
Color knob_on(Color track)
{
    return contrast(palette().on_accent, track) >= 3 ? palette().on_accent : palette().background;
}

ButtonInk ink_of(Kind kind, bool disabled, float hover, bool held)
{
    const auto& theme = context().theme;
    const auto& p     = theme.palette;
    if (disabled) return {theme.tone(Tone::neutral).soft, p.text_soft, p.line, kind == Kind::secondary};
    switch (kind) {
    case Kind::primary:
        return {held ? mix(p.accent_hover, p.text, 0.12f) : mix(p.accent, p.accent_hover, hover),
                p.on_accent,
                {},
                false};
    case Kind::danger: {
        const auto& tone = theme.tone(Tone::danger);
        return {held ? mix(tone.solid, {0x000000ff}, 0.22f) : mix(tone.solid, {0x000000ff}, 0.12f * hover),
                tone.on,
                {},
                false};
    }
    case Kind::secondary:
        return {held ? p.pressed : faded(p.hover, hover), p.text, theme.tone(Tone::neutral).line, true};
    case Kind::ghost: return {held ? p.pressed : faded(p.hover, hover), p.text, {}, false};
    }
    return {};
}

bool draw_button(Label words, const ButtonStyle& style, Role role, std::string_view href)
{
    auto&       ui      = context();
    const bool  small   = style.small && !ui.theme.large_targets;
    const float height  = small ? 28 : ui.theme.control;
    const float pad     = small ? 10 : 14;
    const auto  type    = Type::strong;
    const auto  shown   = words.words();
    const float icon    = style.icon.empty() ? 0 : 16.0f + (shown.empty() ? 0 : 8.0f);
    const float natural = std::ceil(text_width(shown, type)) + icon + 2 * pad;
    const bool  wide    = (style.wide || ui.parts().wide_buttons) && !ui.flow().row;
    const auto  rect    = place(wide ? 0 : natural, height);
    ui.parts().footer_buttons += natural + 8;
    const bool off = !style.why_not.empty();

    Node node{.id          = style.id.empty() ? id_of(words) : id_named(style.id),
              .role        = role,
              .name        = style.name.empty() ? shown : style.name.words(),
              .description = style.why_not,
              .href        = href,
              .state       = off ? state::disabled : 0u};
    if (style.expanded) node.state |= state::expandable | (*style.expanded ? state::expanded : 0u);
    const float content = std::min(rect.w - 2 * pad, std::ceil(text_width(shown, type)) + icon);
    float       x       = std::round(rect.x + (rect.w - content) / 2);
    text_at(node, type, x + icon - rect.x);
    const auto hit = item(rect, node);
    const auto ink = ink_of(style.kind, off, hit.hover, hit.held);
    if (hit.visible) {
        if ((ink.back.rgba & 255u) != 0) fill(rect, ink.back, radius::m);
        if (ink.bordered) frame(rect, ink.border, radius::m);
        if (!style.icon.empty())
            icon_at(x + 8, rect.y + rect.h / 2, style.icon, 16,
                    style.kind == Kind::secondary || style.kind == Kind::ghost ? off ? ink.words : palette().text_soft
                                                                               : ink.words);
        x += icon;
        words_in({x, rect.y, rect.right() - pad - x + 1, rect.h}, shown, type, ink.words);
        if (hit.ring) focus_ring(rect, radius::m);
    }
    if (off) tooltip(style.why_not);
    if (hit.pressed && !href.empty()) ui.follow(href);
    return hit.pressed;
}

}  // namespace

bool button(Label words, ButtonStyle style) { return draw_button(words, style, Role::button, {}); }
bool primary(Label words, Icon icon) { return button(words, {.kind = Kind::primary, .icon = icon}); }
bool button_link(Label words, std::string_view href, ButtonStyle style)
{
    return draw_button(words, style, Role::link, href);
}

bool icon_button(Label name, Icon icon, ButtonStyle style)
{
    auto&       ui   = context();
    const float side = style.small && !ui.theme.large_targets ? 28 : ui.theme.control;
    const auto  rect = place(side, side);
    const bool  off  = !style.why_not.empty();
    const auto  hit  = item(rect, {.id          = style.id.empty() ? id_of(name) : id_named(style.id),
                                   .role        = Role::button,
                                   .name        = name.words(),
                                   .description = style.why_not,
                                   .state       = off ? state::disabled : 0u});
    const auto  ink  = ink_of(style.kind, false, hit.hover, hit.held);
    if (hit.visible) {
        if ((ink.back.rgba & 255u) != 0) fill(rect, ink.back, radius::m);
        if (ink.bordered) frame(rect, ink.border, radius::m);
        const bool quiet = style.kind == Kind::ghost || style.kind == Kind::secondary;
        icon_at(rect.x + side / 2, rect.y + side / 2, icon, 18,
                off     ? faded(palette().text_soft, 0.6f)
                : quiet ? mix(palette().text_soft, palette().text, hit.hover)
                        : ink.words);
        if (hit.ring) focus_ring(rect, radius::m);
    }
    tooltip(off ? Label(style.why_not) : name);
    return hit.pressed;
}

bool link(Label words, std::string_view href, Icon icon)
{
    auto&       ui    = context();
    const float lead  = icon.empty() ? 0 : 22;
    const auto  rect  = place(std::ceil(text_width(words.words(), Type::body)) + lead, 24);
    const auto  color = ui.theme.tone(Tone::accent).text;
    Node        node{.id = id_of(words), .role = Role::link, .name = words.words(), .href = href};
    text_at(node, Type::body, lead);
    const auto hit = item(rect, node);
    if (lead > 0) icon_at(rect.x + 8, rect.y + 12, icon, 16, color);
    const float right = words_in({rect.x + lead, rect.y, rect.w - lead, rect.h}, words.words(), Type::body, color);
    if (hit.hover > 0) line_across(rect.x + lead, right, rect.y + 20, faded(color, hit.hover));
    if (hit.ring) focus_ring(rect, radius::s);
    if (hit.pressed) ui.follow(href);
    return hit.pressed;
}

void badge(Label words, Tone tone, Icon icon)
{
    const auto& colors = context().theme.tone(tone);
    const float lead   = icon.empty() ? 0 : 16;
    const auto  rect   = place(std::ceil(text_width(words.words(), Type::caption_strong)) + lead + 16, 22);
    fill(rect, colors.soft, radius::round);
    if (lead > 0) icon_at(rect.x + 13, rect.y + 11, icon, 13, colors.text);
    words_in({rect.x + 8 + lead, rect.y, rect.w - 15 - lead, rect.h}, words.words(), Type::caption_strong, colors.text);
    Node node{.id = id_below(id_of(words), 0xbad), .role = Role::text, .name = words.words()};
    text_at(node, Type::caption_strong, 8 + lead);
    say_node(rect, node);
}

bool chip(Label name, base::TextKey said_as)
{
    auto&       ui   = context();
    const auto  said = say(said_as, {name.words()});
    const auto  rect = place(std::ceil(text_width(name.words(), Type::body)) + 12 + 30, 30);
    const auto  hit  = item(rect, {.id = id_below(id_of(name), 0xc1), .role = Role::button, .name = said});
    const auto& tone = ui.theme.tone(Tone::accent);
    fill(rect, tone.soft, radius::round);
    if (hit.hover > 0) frame(rect, faded(tone.line, hit.hover), radius::round);
    words_in({rect.x + 12, rect.y, rect.w - 38, rect.h}, name.words(), Type::body, tone.text);
    icon_at(rect.right() - 16, rect.y + 15, icons::x, 14, tone.text);
    if (hit.ring) focus_ring(rect, radius::round);
    return hit.pressed;
}

std::optional<std::size_t> chips(std::span<const std::string> names)
{
    std::optional<std::size_t> pressed;
    if (names.empty()) return pressed;
    Row row({.height = 30});
    for (std::size_t at = 0; at < names.size(); ++at)
        if (chip(names[at])) pressed = at;
    if (names.size() > 1 && button("ui.clear_all", {.kind = Kind::ghost, .small = true})) pressed = names.size();
    return pressed;
}

bool checkbox(Label words, bool& on, std::string_view why_not)
{
    auto&      ui     = context();
    const bool off    = !why_not.empty();
    const auto lines  = lines_of(words.words(), Type::body, std::max(40.0f, available_width() - 30));
    float      widest = 0;
    for (const auto each : lines) widest = std::max(widest, text_width(each, Type::body));
    const float height = std::max(ui.theme.large_targets ? 44.0f : 28.0f, 20 * static_cast<float>(lines.size()) + 8);
    const auto  rect   = place(std::ceil(widest) + 30, height);
    Node        node{.id          = id_of(words),
                     .role        = Role::checkbox,
                     .name        = words.words(),
                     .description = why_not,
                     .state       = (on ? state::checked : 0u) | (off ? state::disabled : 0u)};
    text_at(node, Type::body, 30);
    const auto hit = item(rect, node);
    if (hit.pressed) on = !on;
    const Rect box{rect.x, rect.y + std::round((height - 18) / 2), 18, 18};
    draw_check_box(box, ui.ease(id_below(node.id, 1), on, 100), hit.hover, off);
    const float top = rect.y + (height - 20 * static_cast<float>(lines.size())) / 2;
    words_lines(rect.x + 30, top, rect.w, lines, Type::body, off ? palette().text_soft : palette().text);
    if (hit.ring) focus_ring(box, radius::s);
    if (off) tooltip(why_not);
    return hit.pressed;
}

bool toggle(Label words, bool& on, std::string_view why_not)
{
    auto&       ui     = context();
    const bool  off    = !why_not.empty();
    const float height = ui.theme.large_targets ? 44.0f : 28.0f;
    const auto  rect   = place(std::ceil(text_width(words.words(), Type::body)) + 48, height);
    Node        node{.id          = id_of(words),
                     .role        = Role::switch_,
                     .name        = words.words(),
                     .description = why_not,
                     .state       = (on ? state::checked : 0u) | (off ? state::disabled : 0u)};
    text_at(node, Type::body, 48);
    const auto hit = item(rect, node);
    if (hit.pressed) on = !on;
    const float slide = ui.ease(id_below(node.id, 1), on);
    const Rect  track{rect.x, rect.y + (height - 20) / 2, 36, 20};
    fill(track, mix(palette().boundary, palette().accent, slide), radius::round);
    disc(track.x + 10 + 16 * slide, track.y + 10, 7.5f, knob_on(mix(palette().boundary, palette().accent, slide)));
    words_in({rect.x + 48, rect.y, rect.w - 48, rect.h}, words.words(), Type::body,
             off ? palette().text_soft : palette().text);
    if (hit.ring) focus_ring(track, radius::round);
    if (off) tooltip(why_not);
    return hit.pressed;
}

void draw_check_box(const Rect& box, float on, float hover, bool off)
{
    const auto& p = palette();
    if (on < 1) frame(box, mix(p.boundary, p.text_soft, hover), radius::s, 1.25f);
    if (on > 0) {
        fill(box, off ? faded(p.text_soft, on) : faded(mix(p.accent, p.accent_hover, hover), on), radius::s);
        check_mark(box, faded(off ? p.background : p.on_accent, on));
    }
}

void draw_mixed_box(const Rect& box, float hover)
{
    const auto& p = palette();
    fill(box, mix(p.accent, p.accent_hover, hover), radius::s);
    fill({box.x + 4, box.y + box.h / 2 - 1, box.w - 8, 2}, p.on_accent, 1);
}

void draw_radio(const Rect& box, float on, float hover, bool off)
{
    const auto& p = palette();
    const float r = box.w / 2;
    ring(box.x + r, box.y + r, r - 0.75f, mix(mix(p.boundary, p.text_soft, hover), off ? p.text_soft : p.accent, on),
         1.5f);
    if (on > 0) disc(box.x + r, box.y + r, (r - 4.5f) * on, off ? p.text_soft : p.accent);
}

}  // namespace ui
