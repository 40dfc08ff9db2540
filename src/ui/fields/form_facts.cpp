// The parts of a form that cannot be edited: facts, comparisons, prices.
#include "ui/controls/feedback.hpp"
#include "ui/core/item.hpp"
#include "ui/core/parts.hpp"
#include "ui/fields/form.hpp"
#include "ui/icons.hpp"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

// Draws a label on the left and a value in a column beside it, or right-aligned (amounts).
void pair(Label label, std::string_view value, Type type, Color label_color, bool right)
{
    const float width = available_width();
    const Type  quiet = type == Type::large ? Type::strong : Type::body;
    const float head  = right ? width - std::ceil(text_width(value, type)) - 16
                              : std::min(180.0f, std::floor(width * 0.42f));
    const float share = width - head - (right ? 16 : 0);
    const auto  names = lines_of(label.words(), quiet, head - 12);
    const auto  lines = lines_of(value, type, share);
    const float line  = type_style(type).line;
    const auto  rect  = place(0,
                              std::max(line * static_cast<float>(lines.size()), 20 * static_cast<float>(names.size())));
    words_lines(rect.x, rect.y + (line - 20) / 2, head, names, quiet, label_color);
    words_lines(rect.right() - share, rect.y, share, lines, type, palette().text, right ? Align::end : Align::start);
    const auto id = id_below(id_of(label), 0xfa);
    say_node({rect.x, rect.y, head, 20 * static_cast<float>(names.size())}, said(id, label.words(), quiet));
    say_node({rect.right() - share, rect.y, share, rect.h}, said(id_below(id, 1), value, type));
}

void column_of(Label title, std::span<const std::string> lines, std::span<const std::string> others, Tone tone,
               std::string_view sign, const Rect& rect)
{
    auto&       ui     = context();
    const auto& colors = ui.theme.tone(tone);
    frame(rect, palette().line, radius::m);
    words_in({rect.x + 14, rect.y + 10, rect.w - 28, 16}, title.words(), Type::caption_strong, palette().text_soft);
    const auto id = id_below(id_of(title), 0xc0);
    say_node({rect.x + 14, rect.y + 10, rect.w - 28, 16}, said(id, title.words(), Type::caption_strong));
    float y      = rect.y + 32;
    int   number = 0;
    for (const auto& each : lines) {
        const bool changed = std::ranges::find(others, each) == others.end();
        if (changed) fill({rect.x + 8, y, rect.w - 16, 24}, colors.soft, radius::s);
        if (changed) words_in({rect.x + 14, y, 12, 24}, sign, Type::strong, colors.text);
        words_in({rect.x + 28, y, rect.w - 42, 24}, each, Type::body, changed ? colors.text : palette().text);
        say_node({rect.x + 28, y, rect.w - 42, 24}, said(id_below(id, ++number), each, Type::body));
        y += 26;
    }
}

}  // namespace

void Form::fact(Label label, std::string_view value)
{
    if (context().parts().fact_before == context().flow().y && !context().flow().fresh) gap(10);
    pair(label, value, Type::body, palette().text_soft, false);
    context().parts().fact_before = context().flow().y;
}

void Form::words(Label words) { soft(words); }

void Form::section(Label title)
{
    gap(28);
    ui::heading(title, 3);
    gap(12);
}

void Form::notice(Tone tone, Label words) { ui::notice(tone, words); }

void Form::compare(Label before, std::span<const std::string> old_lines, Label after,
                   std::span<const std::string> new_lines)
{
    const auto at     = peek();
    const auto height = [](std::size_t lines) {
        return 32 + 26 * static_cast<float>(std::max<std::size_t>(lines, 1)) + 8;
    };
    const bool  beside = at.w >= 420;
    const float width  = beside ? std::floor((at.w - 36) / 2) : at.w;
    const float high = beside ? std::max(height(old_lines.size()), height(new_lines.size())) : height(old_lines.size());
    const auto  rect = place(0, beside ? high : high + 28 + height(new_lines.size()));
    const Rect  left{rect.x, rect.y, width, high};
    const Rect  right = beside ? Rect{rect.right() - width, rect.y, width, high}
                               : Rect{rect.x, rect.y + high + 28, width, height(new_lines.size())};
    column_of(before, old_lines, new_lines, Tone::danger, "−", left);
    icon_at(rect.x + rect.w / 2, beside ? rect.y + high / 2 : rect.y + high + 14,
            beside ? icons::arrow_right : icons::arrow_down, 18, palette().text_soft);
    column_of(after, new_lines, old_lines, Tone::success, "+", right);
}

void Form::line(Label label, std::string_view amount)
{
    if (context().parts().fact_before == context().flow().y && !context().flow().fresh) gap(8);
    pair(label, amount, Type::body, palette().text_soft, true);
    context().parts().fact_before = context().flow().y;
}

void Form::total(Label label, std::string_view amount, Label hint)
{
    gap(14);
    ui::line();
    gap(12);
    pair(label, amount, Type::large, palette().text, true);
    if (!hint.empty()) {
        gap(2);
        const auto lines = lines_of(hint.words(), Type::caption, available_width());
        const auto rect  = place(0, 16 * static_cast<float>(lines.size()));
        words_lines(rect.x, rect.y, rect.w, lines, Type::caption, palette().text_soft, Align::end);
        say_node(rect, said(id_below(id_of(hint), 0x70), hint.words(), Type::caption));
    }
}

}  // namespace ui
