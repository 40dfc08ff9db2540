#include "ui/controls/menu.hpp"

#include "ui/core/item.hpp"
#include "ui/core/overlay.hpp"
#include "ui/core/parts.hpp"
#include "ui/core/toasts.hpp"
#include "ui/icons.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

namespace ui {
namespace {

constexpr float least_width = 208, most_width = 340, pad = 4;

float item_pad() { return context().theme.large_targets ? 12.0f : 8.0f; }

// The rectangle of a menu: below its button; above it if there is no room below; over it if there is no room in either
// place, so that as much as possible is visible without scrolling.
Rect position(const MenuMemory& menu, bool to_left)
{
    constexpr float edge   = 8;
    auto&           ui     = context();
    const float     width  = std::min(menu.width, ui.width() - 2 * edge);
    const float     height = std::min(menu.height, ui.height() - 2 * edge);
    const float     under = menu.anchor.bottom() + 4, over = menu.anchor.y - 4 - height;
    const float     lowest = ui.height() - edge - height;
    const float     y      = under <= lowest ? under : over >= edge ? over : lowest;
    const bool      ends   = to_left && menu.anchor.w > 0;  // a menu at the pointer begins there
    const float     x      = ends ? menu.anchor.right() - width : menu.anchor.x;
    return {std::round(std::clamp(x, edge, std::max(edge, ui.width() - width - edge))), std::round(y), width, height};
}

}  // namespace

struct Menu::Popup {
    std::uint32_t             id = 0;
    std::optional<Overlay>    overlay;
    std::optional<ScrollArea> area;
    bool                      chosen = false;
};

void Menu::show(std::uint32_t button, const Rect& anchor)
{
    auto& parts       = context().parts();
    parts.menu        = {};
    parts.menu.id     = button;
    parts.menu.anchor = anchor;
    parts.menu.opened = parts.frame;
    context().animate();
}

bool Menu::is_open(std::uint32_t button) { return context().parts().menu.id == button; }

Menu::Menu(Label label, MenuStyle style)
{
    auto&       ui       = context();
    const bool  small    = style.small && !ui.theme.large_targets;
    const float side     = small ? 28 : ui.theme.control;
    const float words    = style.icon_only ? 0 : std::ceil(text_width(label.words(), Type::strong));
    const float lead     = style.icon.empty() ? 0 : 16.0f + (style.icon_only ? 0 : 8.0f);
    const float tail     = style.arrow ? 20.0f : 0.0f;
    const float inner    = small ? 8 : 12;
    const auto  rect     = place(style.icon_only && !style.arrow ? side : words + lead + tail + 2 * inner, side);
    const auto  id       = id_of(label);
    const bool  open_now = is_open(id);

    Node node{.id    = id,
              .role  = Role::button,
              .name  = label.words(),
              .state = state::opens_menu | state::expandable | (open_now ? state::expanded : 0u),
              .keys  = keys::up_down};
    text_at(node, Type::strong, inner + lead);
    const auto  hit  = ui::item(rect, node);
    const auto& p    = palette();
    const bool  loud = style.kind == Kind::primary;
    if (loud) fill(rect, mix(p.accent, p.accent_hover, hit.hover), radius::m);
    else if (open_now || hit.held) fill(rect, p.pressed, radius::m);
    else if (hit.hover > 0) fill(rect, faded(p.hover, hit.hover), radius::m);
    if (style.kind == Kind::secondary) frame(rect, ui.theme.tone(Tone::neutral).line, radius::m);
    const Color color = loud ? p.on_accent : style.icon_only ? mix(p.text_soft, p.text, hit.hover) : p.text;
    if (style.icon_only && !style.arrow) icon_at(rect.x + rect.w / 2, rect.y + side / 2, style.icon, 18, color);
    else {
        if (!style.icon.empty())
            icon_at(rect.x + inner + 8, rect.y + side / 2, style.icon, 16, loud ? color : p.text_soft);
        if (words > 0) words_in({rect.x + inner + lead, rect.y, words + 1, side}, label.words(), Type::strong, color);
        if (style.arrow)
            icon_at(rect.right() - inner - 6, rect.y + side / 2, icons::chevron_down, 15, loud ? color : p.text_soft);
    }
    if (hit.ring) focus_ring(rect, radius::m);
    if (style.icon_only && !open_now) tooltip(label);
    bool wanted = hit.pressed;
    while (const auto* key = ui.next_key(id))
        if (key->text == "ArrowDown" && !open_now) wanted = true;
    if (wanted) {
        if (open_now) ui.parts().menu.id = 0;
        else show(id, rect);
    }
    open(id, label.words(), style.to_left);
}

Menu::Menu(std::uint32_t button, std::string_view name, bool to_left) { open(button, name, to_left); }

void Menu::open(std::uint32_t button, std::string_view name, bool to_left)
{
    if (!is_open(button)) return;
    auto& ui         = context();
    auto& menu       = ui.parts().menu;
    menu.drawn       = ui.parts().frame;
    popup_           = std::make_unique<Popup>();
    popup_->id       = id_below(button, 0x3e);
    const bool known = menu.height > 0;
    if (!known) {
        menu.width  = least_width;
        menu.height = 200;
        ui.animate();
    }
    const auto rect = position(menu, to_left);
    menu.next_width = least_width;
    menu.ids.clear();
    menu.words.clear();
    const float come = known ? ui.ease(id_below(popup_->id, 1), true, 110, true) : 0;
    popup_->overlay.emplace(button,
                            OverlayStyle{.rect = rect, .rounding = radius::m + 2, .alpha = come, .over_toasts = true});
    if (popup_->overlay->pressed_outside()) menu.id = 0;
    enter_node(rect, {.id    = popup_->id,
                      .role  = Role::menu,
                      .name  = name,
                      .state = state::modal,
                      .keys  = keys::up_down | keys::home_end | keys::escape | keys::letters | keys::tab});
    popup_->area.emplace(popup_->id, rect, pad, pad);
    ui.flow().gap = 0;
}

bool Menu::item(Label words, MenuItem how)
{
    auto&       ui    = context();
    auto&       menu  = ui.parts().menu;
    const bool  off   = !how.why_not.empty();
    const bool  marks = how.checked >= 0;
    const float lead  = how.icon.empty() && !marks ? 10.0f : 38.0f;
    const float tail  = how.shortcut.empty() ? 12 : text_width(how.shortcut, Type::caption) + 32;
    const float wish  = std::min(
        most_width, std::max(text_width(words.words(), Type::body) + lead + tail,
                             off ? std::min(300.0f, text_width(how.why_not, Type::caption) + lead + 12) : 0) +
                        2 * pad);
    menu.next_width = std::max(menu.next_width, std::ceil(wish));

    const auto  room = peek();
    const auto  why  = off ? lines_of(how.why_not, Type::caption, room.w - lead - 10) : std::vector<std::string_view>{};
    const float high = 20 + 2 * item_pad() + (off ? 16 * static_cast<float>(why.size()) + 1 : 0);
    const auto  rect = place(0, high);
    const auto  id   = id_below(popup_->id, static_cast<int>(words.seed()));
    menu.ids.push_back(id);
    menu.words.push_back(words.str());

    Node node{.id          = id,
              .role        = Role::menuitem,
              .name        = words.words(),
              .description = how.why_not,
              .state       = (off ? state::disabled : 0u) | (how.checked == 1 ? state::checked : 0u) |
                             (marks ? state::selectable : 0u)};
    text_at(node, Type::body, lead, item_pad());
    const auto  hit    = ui::item(rect, node);
    const auto& p      = palette();
    const auto& danger = ui.theme.tone(Tone::danger);
    const bool  under  = hit.ring || (hit.hovered && !off);
    if (under) fill(rect, how.danger && !off ? danger.soft : p.hover, radius::s);
    if (hit.ring) frame(rect, p.focus, radius::s, 2);
    const Color color = off ? p.text_soft : how.danger ? danger.text : p.text;
    const float line  = rect.y + item_pad();
    if (marks) {
        if (how.checked == 1) icon_at(rect.x + 19, line + 10, icons::check, 16, ui.theme.tone(Tone::accent).text);
    } else if (!how.icon.empty())
        icon_at(rect.x + 19, line + 10, how.icon, 16, how.danger && !off ? danger.text : p.text_soft);
    words_in({rect.x + lead, line, rect.w - lead - 8, 20}, words.words(), Type::body, color);
    if (!how.shortcut.empty())
        words_in({rect.x, line, rect.w - 10, 20}, how.shortcut, Type::caption, p.text_soft, Align::end);
    if (off) words_lines(rect.x + lead, line + 21, room.w - lead - 10, why, Type::caption, p.text_soft);
    if (!hit.pressed) return false;
    popup_->chosen = true;
    if (!how.href.empty()) ui.follow(how.href);
    return true;
}

void Menu::separator()
{
    const auto rect = place(0, 9);
    line_across(rect.x - pad, rect.right() + pad, rect.y + 4, palette().line);
    say_node({rect.x, rect.y + 4, rect.w, 1},
             {.id   = id_below(popup_->id, 0x5e0 + static_cast<int>(context().parts().menu.ids.size())),
              .role = Role::separator});
}

void Menu::heading(Label words)
{
    const auto rect = place(0, 32);
    words_in({rect.x + 10, rect.y + 2, rect.w - 20, rect.h}, words.words(), Type::caption_strong, palette().text_soft);
    Node node{.id   = id_below(popup_->id, static_cast<int>(words.seed() + 1)),
              .role = Role::text,
              .name = words.words()};
    text_at(node, Type::caption_strong, 10);
    say_node(rect, node);
    context().parts().menu.next_width = std::max(context().parts().menu.next_width,
                                                 std::ceil(text_width(words.words(), Type::caption_strong)) + 28);
}

Menu::~Menu()
{
    if (!popup_) return;
    auto& ui   = context();
    auto& menu = ui.parts().menu;

    // 1. Keys. The DOM focus is on one of the items.
    const auto size = static_cast<std::ptrdiff_t>(menu.ids.size());
    while (const auto* key = ui.next_key(popup_->id)) {
        const auto at = ui.start_of(*key, menu.ids);
        const auto go = [&](std::ptrdiff_t to) {
            if (size > 0) ui.focus(menu.ids[static_cast<std::size_t>((to + size) % size)]);
        };
        if (key->text == "ArrowDown") go(at == size ? 0 : at + 1);
        else if (key->text == "ArrowUp") go(at == size ? size - 1 : at - 1);
        else if (key->text == "Home") go(0);
        else if (key->text == "End") go(size - 1);
        else if (key->text == "Escape" || key->text == "Tab") menu.id = 0;
        else {
            const std::vector<std::string_view> names(menu.words.begin(), menu.words.end());
            if (const auto to = menu.typing.next(key->text, names, at == size ? -1 : at); to >= 0) go(to);
        }
    }

    // 2. Sizes for the next frame.
    const float height = ui.flow().bottom - ui.flow().top + 2 * pad;
    popup_->area.reset();
    ui.semantics().leave();
    popup_->overlay.reset();
    if (menu.id != 0 && (menu.width != menu.next_width || menu.height != height)) {
        menu.width  = menu.next_width;
        menu.height = height;
        ui.animate();
    }
    if (popup_->chosen) menu.id = 0;
    if (menu.id == 0) ui.animate();
}

}  // namespace ui
