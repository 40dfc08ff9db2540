#include "ui/controls/chart.hpp"

#include "ui/core/item.hpp"
#include "ui/core/parts.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace ui {
namespace {

constexpr float narrowest_column = 34;  // narrower columns are drawn as lines instead
constexpr float widest_bar       = 36;
constexpr float plot_high        = 168;
constexpr float axis_line        = 18;
constexpr int   most_marks       = 4;

enum : int { readout = 1, head = 2, first_bar = 16, ids_a_bar = 8 };  // offsets of ids derived from the chart's id

struct ChartFrame {
    std::uint32_t        id;
    std::span<const Bar> bars;
    const ChartStyle&    style;
    bool                 numbers;          // bars have a second figure
    std::int64_t         step, top;        // of the axis
    bool                 heights = false;  // each bar's height is written above it, so the axis has no marks
    int                  pointed = -1;     // index of the bar whose figures are shown above the chart; below 0: none

    float share(const Bar& bar) const
    {
        return std::clamp(static_cast<float>(static_cast<double>(bar.height) / static_cast<double>(top)), 0.0f, 1.0f);
    }
    // A height above 0 is at least 2 px long, so that it is visible.
    float length(const Bar& bar, float room) const
    {
        return bar.height > 0 ? std::max(2.0f, std::round(share(bar) * room)) : 0;
    }
};

std::uint32_t id_of_bar(const ChartFrame& chart, std::size_t at, int part)
{
    return id_below(chart.id, first_bar + static_cast<int>(at) * ids_a_bar + part);
}

void say_cell(std::uint32_t id, const Rect& rect, Role role, std::string_view words, int column)
{
    Node node   = said(id, words, Type::caption);
    node.role   = role;
    node.column = column;
    say_node(rect, node);
}

void say_head(const ChartFrame& chart, const Rect& rect)
{
    const auto id = id_below(chart.id, head);
    enter_node(rect, {.id = id, .role = Role::row, .row = 1});
    int        column = 0;
    const auto say    = [&](Label words) {
        say_cell(id_below(id, column + 1), rect, Role::columnheader, words.words(), column + 1);
        ++column;
    };
    say(chart.style.names);
    if (chart.numbers) say(chart.style.numbers);
    say(chart.style.amounts);
    context().semantics().leave();
}

// Adds the node of a bar in `rect`: a table row, with a link if the bar has an href. Returns its hover, 0 to 1.
float bar_item(ChartFrame& chart, std::size_t at, const Rect& rect)
{
    auto&       ui  = context();
    const auto& bar = chart.bars[at];
    enter_node(rect, {.id = id_of_bar(chart, at, 0), .role = Role::row, .row = static_cast<std::int32_t>(at) + 2});
    float hover = 0;
    if (bar.href.empty()) {
        say_cell(id_of_bar(chart, at, 1), rect, Role::rowheader, bar.name, 1);
        const auto& mouse = ImGui::GetIO().MousePos;
        const bool  under = ImGui::IsWindowHovered() && rect.holds(mouse.x, mouse.y);
        hover             = ui.ease(id_of_bar(chart, at, 1), under, 120);
        if (under) chart.pointed = static_cast<int>(at);
    } else {
        const auto link = id_of_bar(chart, at, 2);
        const bool here = ui.focused() == link;
        const bool some = std::ranges::any_of(chart.bars, [&](const Bar& other) {
            return ui.focused() == id_of_bar(chart, static_cast<std::size_t>(&other - chart.bars.data()), 2);
        });
        enter_node(rect, {.id = id_of_bar(chart, at, 1), .role = Role::rowheader, .column = 1});
        const auto hit = item(rect, {.id          = link,
                                     .role        = Role::link,
                                     .name        = bar.name,
                                     .description = bar.words,
                                     .href        = bar.href,
                                     .state       = here || (!some && at == 0) ? 0u : state::skip_tab});
        ui.semantics().leave();
        hover = std::max(hit.hover, hit.ring ? 1.0f : 0.0f);
        if (hit.hovered || (hit.ring && chart.pointed < 0)) chart.pointed = static_cast<int>(at);
        if (hit.pressed) ui.follow(bar.href);
        if (hover > 0) fill(rect, faded(palette().hover, hover), radius::m);
        if (hit.ring) focus_ring(inset(rect, 2), radius::m);
    }
    if (chart.numbers) say_cell(id_of_bar(chart, at, 3), rect, Role::cell, bar.number, 2);
    say_cell(id_of_bar(chart, at, 4), rect, Role::cell, bar.amount, chart.numbers ? 3 : 2);
    ui.semantics().leave();
    return hover;
}

Color color_of_bar(float hover) { return mix(palette().accent, palette().accent_hover, hover); }

// True if every bar's height, in words, fits above its column.
bool have_room(const ChartFrame& chart, float column)
{
    return std::ranges::all_of(chart.bars, [&](const Bar& bar) {
        return text_width(chart.style.mark(bar.height), Type::caption) + 6 <= column;
    });
}

// Columns with their heights written above them or, where these do not fit, with an axis with marks.
void draw_columns(ChartFrame& chart, const Rect& rect, float gutter)
{
    const auto& p = palette();
    const Rect  plot{rect.x + gutter, rect.y + axis_line, rect.w - gutter, plot_high};
    const float column = plot.w / static_cast<float>(chart.bars.size());

    for (std::int64_t mark = 0; mark <= (chart.heights ? 0 : chart.top); mark += chart.step) {
        const float y = plot.bottom() - std::round(plot.h * static_cast<float>(static_cast<double>(mark) /
                                                                               static_cast<double>(chart.top)));
        line_across(plot.x, plot.right(), y - 1, mark == 0 ? p.tones[static_cast<int>(Tone::neutral)].line : p.line);
        if (!chart.heights)
            words_in({rect.x, y - 9, gutter - 10, 16}, chart.style.mark(mark), Type::caption, p.text_soft, Align::end);
    }
    if (chart.numbers)
        words_in({rect.x, plot.bottom() + axis_line + 4, gutter - 10, axis_line}, chart.style.numbers.words(),
                 Type::caption, p.text_soft, Align::end);

    for (std::size_t at = 0; at < chart.bars.size(); ++at) {
        const auto& bar   = chart.bars[at];
        const float left  = std::round(plot.x + static_cast<float>(at) * column);
        const float right = std::round(plot.x + static_cast<float>(at + 1) * column);
        const Rect  room{left, rect.y, right - left, rect.h};
        const float hover  = bar_item(chart, at, room);
        const float width  = std::min(widest_bar, std::round(room.w * 0.56f));
        const float length = chart.length(bar, plot.h);
        const Rect  body{std::round(room.x + (room.w - width) / 2), plot.bottom() - length, width, length};
        if (length > 0) fill(body, color_of_bar(hover), std::min(radius::s, length / 2));
        if (chart.heights && bar.height > 0)
            words_in({room.x, body.y - axis_line, room.w, 16}, chart.style.mark(bar.height), Type::caption, p.text,
                     Align::center);
        words_in({room.x, plot.bottom() + 4, room.w, axis_line}, bar.brief, Type::caption, p.text, Align::center);
        if (chart.numbers)
            words_in({room.x, plot.bottom() + 4 + axis_line, room.w, axis_line}, bar.number, Type::caption, p.text_soft,
                     Align::center);
    }
}

// Horizontal bars, each with its figures above it, so there is nothing more to show on hover.
void draw_lines(ChartFrame& chart, const Rect& rect, float high)
{
    const auto& p   = palette();
    const auto  end = [&](const Bar& bar) {
        return std::min(std::ceil(text_width(bar.words, Type::caption)), rect.w * 0.75f);
    };
    // Full names, if all of them fit.
    const bool full = std::ranges::all_of(
        chart.bars, [&](const Bar& bar) { return text_width(bar.name, Type::body) + 8 + end(bar) <= rect.w; });
    for (std::size_t at = 0; at < chart.bars.size(); ++at) {
        const auto& bar = chart.bars[at];
        const Rect  line{rect.x, rect.y + static_cast<float>(at) * high, rect.w, high};
        const float hover = bar_item(chart, at, {line.x - 6, line.y, line.w + 12, line.h});
        const float words = end(bar);
        words_in({line.x, line.y + 6, line.w - words - 8, 20}, full ? bar.name : bar.brief, Type::body, p.text);
        words_in({line.right() - words, line.y + 6, words, 20}, bar.words, Type::caption, p.text_soft, Align::end);
        const Rect track{line.x, line.bottom() - 12, line.w, 6};
        line_across(track.x, track.right(), track.bottom() - 1, p.line);
        if (const float length = chart.length(bar, track.w); length > 0)
            fill({track.x, track.y, length, track.h}, color_of_bar(hover), std::min(3.0f, length / 2));
    }
}

}  // namespace

std::int64_t step_of_axis(std::int64_t most, std::int64_t unit)
{
    std::int64_t step = unit;
    for (int turn = 0; (most + step - 1) / step > most_marks; ++turn) step = turn % 3 == 1 ? step / 2 * 5 : step * 2;
    return step;
}

void chart(Label name, std::span<const Bar> bars, const ChartStyle& style)
{
    auto&        ui   = context();
    std::int64_t most = 0;
    for (const auto& bar : bars) most = std::max(most, bar.height);
    const auto step = step_of_axis(std::max<std::int64_t>(most, 1), style.unit);
    const auto top  = (std::max<std::int64_t>(most, 1) + step - 1) / step * step;
    ChartFrame frame{id_of(name), bars, style, !bars.front().number.empty(), step, top};
    const int  size = static_cast<int>(bars.size());

    // 1. Columns or lines, and the size of either.
    const auto at     = peek();
    float      gutter = frame.numbers ? text_width(style.numbers.words(), Type::caption) : 0;
    gutter            = std::ceil(std::max(gutter, text_width(style.mark(top), Type::caption))) + 12;
    const bool lines  = (at.w - gutter) / static_cast<float>(size) < narrowest_column;
    frame.heights     = have_room(frame, (at.w - gutter) / static_cast<float>(size));
    if (frame.heights && !frame.numbers) gutter = 0;
    const float line  = ui.theme.large_targets ? 48.0f : 44.0f;
    const float high  = lines ? line * static_cast<float>(size)
                              : axis_line + plot_high + (frame.numbers ? 2 : 1) * axis_line + 8;
    const auto  sum   = lines_of(style.summary, Type::body, at.w);
    const float above = style.summary.empty() && lines
                            ? 0.0f
                            : 20.0f * static_cast<float>(std::max<std::size_t>(sum.size(), 1)) + 8;
    const auto  rect  = place(0, above + high);
    const Rect  body{rect.x, rect.y + above, rect.w, high};

    // 2. The table, its bars, and the keys that move between them.
    enter_node(body, {.id           = frame.id,
                      .role         = Role::table,
                      .name         = name.words(),
                      .keys         = (lines ? keys::up_down : keys::left_right) | keys::home_end,
                      .row_count    = size + 1,
                      .column_count = frame.numbers ? 3 : 2});
    say_head(frame, {body.x, body.y, body.w, axis_line});
    if (lines) draw_lines(frame, body, line);
    else draw_columns(frame, body, gutter);
    while (const auto* key = ui.next_key(frame.id)) {
        std::vector<std::uint32_t> ids;
        for (std::size_t bar = 0; bar < bars.size(); ++bar) ids.push_back(id_of_bar(frame, bar, 2));
        const int  here = static_cast<int>(ui.start_of(*key, ids));
        const int  from = here < size ? here : 0;
        const bool back = key->text == "ArrowLeft" || key->text == "ArrowUp";
        const int  to   = key->text == "Home"  ? 0
                          : key->text == "End" ? size - 1
                                               : std::clamp(from + (back ? -1 : 1), 0, size - 1);
        ui.focus(ids[static_cast<std::size_t>(to)]);
    }
    ui.semantics().leave();

    // 3. The readout: the figures of the bar under the pointer or with the focus, else the summary. Lines have no
    // readout.
    if (above == 0) return;
    const auto* one   = frame.pointed < 0 || lines ? nullptr : &bars[static_cast<std::size_t>(frame.pointed)];
    const auto  words = one ? one->name + " · " + one->words : style.summary;
    const Rect  top_line{rect.x, rect.y, rect.w, above - 8};
    if (one) words_in({rect.x, rect.y, rect.w, 20}, words, Type::body, palette().text);
    else words_lines(rect.x, rect.y, rect.w, sum, Type::body, palette().text_soft);
    say_node(top_line, said(id_below(frame.id, readout), words, Type::body));
}

}  // namespace ui
