#include "ui/controls/controls.hpp"
#include "ui/core/item.hpp"
#include "ui/core/parts.hpp"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

// A thin line between two lines of a list.
void part(bool first, const Rect& rect)
{
    if (!first) line_across(rect.x, rect.right(), rect.y, palette().line);
}

// What the icon and its colour say to those who see them.
base::TextKey level_of(Tone tone)
{
    if (tone == Tone::danger) return "level.urgent";
    return tone == Tone::warning ? base::TextKey("level.warning") : base::TextKey("level.info");
}

}  // namespace

bool tile(std::string_view number, Label words, std::string_view href, TileStyle style)
{
    auto&       ui    = context();
    const auto& tone  = ui.theme.tone(style.tone == Tone::neutral ? Tone::accent : style.tone);
    const auto  at    = peek();
    const bool  tight = at.w < 200;
    const float pad   = tight ? 16.0f : 20.0f;
    const float side  = style.icon.empty() ? 0 : tight ? 32.0f : 40.0f;
    const auto  hint  = style.hint.empty() ? std::vector<std::string_view>{}
                                           : lines_of(style.hint.words(), Type::caption, at.w - 2 * pad);
    const auto  name  = lines_of(words.words(), Type::body, at.w - 2 * pad);
    const float high  = 2 * pad + 40 + 20 * static_cast<float>(name.size()) +
                        (hint.empty() ? 0 : 4 + 16 * static_cast<float>(hint.size()));
    // All tiles of a line have the same height.
    auto& parts          = ui.parts();
    parts.tile_high      = std::max(parts.tile_high, high);
    const auto rect      = place(0, std::max(high, measured(parts.tile_line).value_or(0)));
    const auto said_name = style.name.empty() ? std::string(number) + " " + words.str() : style.name.str();
    Node       node{.id = id_of(words), .role = Role::link, .name = said_name, .href = href};
    const auto hit = item(rect, node);

    if (hit.hover > 0) fill(rect, faded(palette().hover, hit.hover), radius::l);
    frame(rect, mix(palette().line, ui.theme.tone(Tone::neutral).line, hit.hover), radius::l);
    const float x = rect.x + pad, width = rect.w - 2 * pad;
    float       y = rect.y + pad;
    words_in({x, y, width - side, 36}, number, tight ? Type::heading : Type::display, palette().text);
    words_lines(x, y += 40, width, name, Type::body, palette().text_soft);
    y += 4 + 20 * static_cast<float>(name.size());
    words_lines(x, y, width, hint, Type::caption, style.tone == Tone::neutral ? palette().text_soft : tone.text);
    if (side > 0) {
        const Rect box{rect.right() - pad - side, rect.y + pad - 2, side, side};
        fill(box, tone.soft, radius::l);
        icon_at(box.x + side / 2, box.y + side / 2, style.icon, tight ? 17 : 20, tone.text);
    }
    if (hit.ring) focus_ring(rect, radius::l);
    if (hit.pressed) ui.follow(href);
    return hit.pressed;
}

bool alert_line(Tone tone, Label sentence, Label action, Label hint, std::string_view why_not, Kind kind)
{
    auto&       ui           = context();
    const auto& colors       = ui.theme.tone(tone);
    const bool  first        = ui.flow().fresh;
    const auto  at           = peek();
    const bool  narrow       = at.w < 420;
    const float pad          = is_phone() ? 16 : 20;
    const auto  label        = action.words();
    const float button_width = label.empty() ? 0 : std::ceil(text_width(label, Type::strong)) + 28;
    const float words_x      = at.x + pad + 36;
    const float words_width  = at.x + at.w - pad - words_x - (narrow || label.empty() ? 0 : button_width + 16);
    const auto  lines        = lines_of(sentence.words(), Type::body, words_width);
    const auto  hints        = hint.empty() ? std::vector<std::string_view>{}
                                            : lines_of(hint.words(), Type::caption, words_width);
    const float words_high   = 20 * static_cast<float>(lines.size()) +
                               (hints.empty() ? 0 : 2 + 16 * static_cast<float>(hints.size()));
    const float least        = narrow ? words_high : std::max(words_high, label.empty() ? 24.0f : 32.0f);
    const float high         = 12 + least + (narrow && !label.empty() ? 12 + 32 : 0) + 12;
    const auto  rect         = place(0, high);
    const auto  id           = id_below(id_of(sentence), 0xa1);

    part(first, rect);
    enter_node(rect, {.id = id, .role = Role::listitem});
    const float top = rect.y + 12 + std::floor((least - words_high) / 2);
    icon_at(rect.x + pad + 12, top + 10, icon_of(tone), 20, colors.text);
    say_node({rect.x + pad + 2, top, 20, 20},
             {.id = id_below(id, 3), .role = Role::image, .name = Label(level_of(tone)).words()});
    words_lines(words_x, top, words_width, lines, Type::body, palette().text);
    say_node({words_x, top, words_width, 20 * static_cast<float>(lines.size())},
             said(id_below(id, 1), sentence.words(), Type::body));
    if (!hints.empty()) {
        const Rect below{words_x, top + 20 * static_cast<float>(lines.size()) + 2, words_width,
                         16 * static_cast<float>(hints.size())};
        words_lines(below.x, below.y, below.w, hints, Type::caption, palette().text_soft);
        say_node(below, said(id_below(id, 2), hint.words(), Type::caption));
    }
    bool pressed = false;
    if (!label.empty()) {
        const Rect button = narrow ? Rect{words_x, rect.bottom() - 44, button_width, 32}
                                   : Rect{rect.right() - pad - button_width, rect.y + std::floor((high - 32) / 2),
                                          button_width, 32};
        Node       node{.id          = id_of(action),
                        .role        = Role::button,
                        .name        = label,
                        .description = why_not,
                        .state       = why_not.empty() ? 0u : state::disabled};
        text_at(node, Type::strong, 14);
        const auto hit    = item(button, node);
        const bool filled = kind == Kind::primary && why_not.empty();
        const auto ink    = filled ? palette().on_accent : why_not.empty() ? palette().text : palette().text_soft;
        if (filled) fill(button, mix(palette().accent, palette().accent_hover, hit.hover), radius::m);
        else {
            if (hit.hover > 0 || hit.held)
                fill(button, hit.held ? palette().pressed : faded(palette().hover, hit.hover), radius::m);
            frame(button, ui.theme.tone(Tone::neutral).line, radius::m);
        }
        words_in(button, label, Type::strong, ink, Align::center);
        if (hit.ring) focus_ring(button, radius::m);
        if (!why_not.empty()) tooltip(why_not);
        pressed = hit.pressed;
    }
    ui.semantics().leave();
    return pressed;
}

bool line_link(Label title, std::string_view href, LineStyle style)
{
    auto&       ui    = context();
    const bool  first = ui.flow().fresh;
    const float pad   = is_phone() ? 16 : 20;
    const float high  = style.hint.empty() ? 48 : 60;
    const auto  rect  = place(0, high);
    const auto  id    = id_of(title);

    part(first, rect);
    enter_node(rect, {.id = id_below(id, 0xa2), .role = Role::listitem});
    const auto hit = item(rect, {.id = id, .role = Role::link, .name = title.words(), .href = href});
    if (hit.hover > 0)
        fill({rect.x + 4, rect.y + 4, rect.w - 8, rect.h - 7}, faded(palette().hover, hit.hover), radius::m);
    float x = rect.x + pad;
    if (!style.icon.empty()) {
        const Rect box{x, rect.y + (high - 32) / 2, 32, 32};
        fill(box, ui.theme.tone(Tone::neutral).soft, radius::m);
        icon_at(box.x + 16, box.y + 16, style.icon, 17, palette().text_soft);
        x += 32 + 12;
    }
    const float top   = rect.y + (high - (style.hint.empty() ? 20 : 38)) / 2;
    float       right = rect.right() - pad;
    if (!style.badge.empty()) {
        // Beside the title, so that the text below has the whole width.
        const float width = std::ceil(text_width(style.badge, Type::caption_strong)) + 16;
        const Rect  pill{right - width, top - 1, width, 22};
        fill(pill, ui.theme.tone(style.tone).soft, radius::round);
        words_in(pill, style.badge, Type::caption_strong, ui.theme.tone(style.tone).text, Align::center);
        say_node(pill, said(id_below(id, 1), style.badge, Type::caption_strong));
        right = pill.x - 12;
    }
    if (!style.end.empty()) {
        const float width = std::min(std::ceil(text_width(style.end, Type::body)), rect.w * 0.4f);
        const Rect  end{right - width, rect.y, width, high};
        words_in(end, style.end, Type::body, palette().text_soft, Align::end);
        say_node(end, said(id_below(id, 2), style.end, Type::body));
        right = end.x - 12;
    }
    words_in({x, top, right - x, 20}, title.words(), Type::strong, palette().text);
    if (!style.hint.empty()) {
        const float end = style.end.empty() ? rect.right() - pad : right;
        const Rect  below{x, top + 21, end - x, 17};
        words_in(below, style.hint, Type::caption, palette().text_soft);
        say_node(below, said(id_below(id, 3), style.hint, Type::caption));
    }
    if (hit.ring) focus_ring(inset(rect, 5), radius::s);
    if (hit.pressed) ui.follow(href);
    ui.semantics().leave();
    return hit.pressed;
}

}  // namespace ui
