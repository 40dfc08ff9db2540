#include "ui/frame/shell.hpp"

#include "ui/core/item.hpp"
#include "ui/core/overlay.hpp"
#include "ui/core/parts.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float wide = 256, narrow = 64, drawer_width = 288, bar_height = 60;

// Guichet's logo: a doorway in a rounded square.
void draw_sign(const Rect& box)
{
    fill(box, palette().accent, 9);
    const float w = box.w, x = box.x, y = box.y;
    fill({x + w * 0.25f, y + w * 0.25f, w * 0.5f, w * 0.11f}, palette().on_accent, 1.5f);
    fill({x + w * 0.25f, y + w * 0.45f, w * 0.5f, w * 0.3f}, palette().on_accent, 2);
    fill({x + w * 0.43f, y + w * 0.54f, w * 0.14f, w * 0.21f}, palette().accent, 1);
}

void draw_brand(const Rect& rect, const ShellStyle& style, bool words)
{
    const Rect sign{rect.x + 16, rect.y + (rect.h - 32) / 2, 32, 32};
    draw_sign(sign);
    if (!words) return;
    words_in({rect.x + 60, rect.y, rect.w - 72, rect.h}, style.brand.words(), Type::large, palette().text);
}

bool draw_entry(const MenuEntry& entry, const Rect& rect, std::uint32_t id, bool current, float open)
{
    auto&       ui    = context();
    const auto  words = base::text(ui.language, entry.words);
    const auto& tone  = ui.theme.tone(Tone::accent);
    Node node{.id = id, .role = Role::link, .name = words, .href = entry.href, .state = current ? state::current : 0u};
    text_at(node, Type::strong, 44);
    const auto hit = item(rect, node);
    if (current) fill(rect, tone.soft, radius::m + 2);
    else if (hit.hover > 0) fill(rect, faded(palette().pressed, hit.hover * 0.7f), radius::m + 2);
    const Color color = current ? tone.text : mix(palette().text_soft, palette().text, hit.hover);
    icon_at(rect.x + 24, rect.y + rect.h / 2, entry.icon, 18, color);
    if (open > 0.35f) {
        const auto  number = entry.count > 0 ? count(entry.count) : std::string();
        const float end    = number.empty() ? 0 : std::ceil(text_width(number, Type::caption_strong)) + 14;
        words_in({rect.x + 44, rect.y, rect.w - 52 - end, rect.h}, words, current ? Type::strong : Type::body,
                 current ? tone.text : palette().text);
        if (end > 0) {
            const Rect pill{rect.right() - end - 8, rect.y + (rect.h - 20) / 2, end, 20};
            fill(pill, ui.theme.tone(Tone::warning).soft, radius::round);
            words_in(pill, number, Type::caption_strong, ui.theme.tone(Tone::warning).text, Align::center);
        }
    } else tooltip(words);
    if (hit.ring) focus_ring(inset(rect, 3), radius::m);
    if (hit.pressed) ui.follow(entry.href);
    return hit.pressed;
}

// Draws the menu's entries from `y` on; `open` is 0 (icons only) to 1 (unfolded). True when one was pressed.
bool draw_entries(const ShellStyle& style, const Rect& rect, float y, float open, bool large)
{
    bool        pressed = false;
    const float high    = large || context().theme.large_targets ? 48.0f : 40.0f;
    for (std::size_t at = 0; at < style.entries.size(); ++at) {
        const Rect place{rect.x + 8, y, rect.w - 16, high};
        pressed |= draw_entry(style.entries[at], place, id_of(style.entries[at].words),
                              static_cast<int>(at) == style.current, open);
        y += high + 4;
    }
    return pressed;
}

void draw_drawer(ShellState& state, const ShellStyle& style)
{
    auto&       ui    = context();
    const auto  id    = id_named("drawer");
    const float come  = ui.ease(id, true, 160, true);
    const float width = std::min(drawer_width, ui.width() - 48);
    const Rect  rect{std::round((come - 1) * width), 0, width, ui.height()};
    Overlay     overlay(id, {.rect = rect, .scrim = come, .filled = false});
    fill(rect, palette().raised);
    line_down(rect.right() - 1, 0, rect.bottom(), palette().line);
    enter_node(
        rect,
        {.id = id, .role = Role::dialog, .name = say("ui.main_menu"), .state = state::modal, .keys = keys::escape});
    enter_node(rect, {.id = id_below(id, 1), .role = Role::navigation, .name = say("ui.main_menu")});
    draw_brand({rect.x, rect.y, rect.w, bar_height}, style, true);
    if (draw_entries(style, rect, rect.y + bar_height + 8, 1, true)) state.drawer = false;
    ui.semantics().leave();
    const Rect cross{rect.right() - 48, rect.y + (bar_height - 36) / 2, 36, 36};
    const auto hit = item(cross, {.id = id_below(id, 2), .role = Role::button, .name = say("ui.close")});
    if (hit.hover > 0) fill(cross, faded(palette().hover, hit.hover), radius::m);
    icon_at(cross.x + 18, cross.y + 18, icons::x, 18, palette().text_soft);
    if (hit.ring) focus_ring(inset(cross, 3), radius::m);
    if (hit.pressed || overlay.pressed_outside() || ui.key_is(id, "Escape")) state.drawer = false;
    ui.semantics().leave();
}

}  // namespace

Shell::Shell(ShellState& state, const ShellStyle& style)
{
    auto& ui    = context();
    auto& parts = ui.parts();
    parts.badge = style.badge.str();
    if (ui.breakpoint() == Breakpoint::phone) {
        if (state.drawer) draw_drawer(state, style);
        return;
    }
    const bool  tablet = ui.breakpoint() == Breakpoint::tablet;
    const float open   = tablet ? 0 : ui.ease(id_named("menu"), !state.collapsed, 160);
    const float width  = std::round(narrow + (wide - narrow) * open);
    const Rect  rect{0, 0, width, ui.height()};
    parts.left = width;
    fill(rect, palette().surface);
    line_down(rect.right() - 1, 0, rect.bottom(), palette().line);
    ImGui::PushClipRect({0, 0}, {rect.right(), rect.bottom()}, true);
    enter_node(rect, {.id = id_named("navigation"), .role = Role::navigation, .name = say("ui.main_menu")});
    draw_brand({0, 0, width, bar_height}, style, open > 0.35f);
    if (open > 0.9f && !style.badge.empty()) parts.badge.clear();
    const float y = bar_height + 12;
    if (parts.badge.empty() && !style.badge.empty()) {
        const float badge_width = std::ceil(text_width(style.badge.words(), Type::caption_strong)) + 16;
        const float brand_width = text_width(style.brand.words(), Type::large);
        const Rect  pill{60 + brand_width + 10, (bar_height - 22) / 2, badge_width, 22};
        if (pill.right() < width - 8) {
            fill(pill, ui.theme.tone(Tone::accent).soft, radius::round);
            words_in(pill, style.badge.words(), Type::caption_strong, ui.theme.tone(Tone::accent).text, Align::center);
            Node node{.id = id_named("badge"), .role = Role::text, .name = style.badge.words()};
            text_at(node, Type::caption_strong, 8);
            say_node(pill, node);
        } else parts.badge = style.badge.str();
    }
    draw_entries(style, rect, y, open, false);

    // The fold button at the foot of the menu. Tablets have no room for words.
    if (!tablet) {
        const Rect place{8, rect.bottom() - 52, width - 16, 40};
        const auto name = state.collapsed ? say("ui.expand_menu") : say("ui.collapse_menu");
        const auto hit  = item(place, {.id = id_named("fold"), .role = Role::button, .name = name});
        if (hit.hover > 0) fill(place, faded(palette().pressed, hit.hover * 0.7f), radius::m + 2);
        icon_at(place.x + 24, place.y + 20, state.collapsed ? icons::panel_left_open : icons::panel_left_close, 18,
                palette().text_soft);
        if (open > 0.35f)
            words_in({place.x + 44, place.y, place.w - 52, place.h}, name, Type::body, palette().text_soft);
        else tooltip(name);
        if (hit.ring) focus_ring(inset(place, 3), radius::m);
        if (hit.pressed) {
            state.collapsed = !state.collapsed;
            ui.animate();
        }
    }
    ui.semantics().leave();
    ImGui::PopClipRect();
}

Shell::~Shell() = default;

}  // namespace ui
