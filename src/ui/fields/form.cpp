#include "ui/fields/form.hpp"

#include "base/written.hpp"
#include "ui/controls/feedback.hpp"
#include "ui/core/item.hpp"
#include "ui/core/parts.hpp"
#include "ui/fields/edit.hpp"
#include "ui/icons.hpp"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

std::string both(std::string_view complaint, Label hint)
{
    std::string words(complaint);
    if (!hint.empty()) words.append(words.empty() ? "" : " ").append(hint.words());
    return words;
}

// Bytes that one press of a key adds at most.
constexpr std::size_t longest_typed = 4;

// Puts the lines of the text at `from` into as many fields, first those that are blank.
void spread_over(std::vector<std::string>& values, std::size_t from, Form::InLines in_lines)
{
    auto lines = in_lines(values[from]);
    for (std::size_t at = from; at < values.size() && !lines.empty(); ++at)
        if (at == from || base::is_blank(values[at])) {
            values[at] = std::move(lines.front());
            lines.erase(lines.begin());
        }
    values.insert(values.end(), lines.begin(), lines.end());
}

}  // namespace

Form::Form(Dialog& dialog, Label title, base::Problems problems, DialogStyle style)
    : dialog_(dialog), problems_(std::move(problems)), scope_(dialog, title, style)
{}

Form::~Form() = default;

std::string Form::complaint(std::string_view field) const
{
    const auto* problem = dialog_.touched ? problems_.at(field) : nullptr;
    return problem ? say(*problem) : std::string();
}

void Form::label(Label words, bool optional)
{
    const auto  at = place(0, 20);
    const float x  = words_in({at.x, at.y, at.w, at.h}, words.words(), Type::strong, palette().text);
    if (optional)
        words_in({x + 6, at.y, at.right() - x - 6, at.h}, say("ui.optional"), Type::caption, palette().text_soft);
    gap(6);
}

// Draws the problem and the help sentence of a field below it.
void Form::below(std::uint32_t id, std::string_view complaint, Label hint)
{
    const auto line = [&](std::string_view words, Ink ink, int number, bool icon) {
        if (words.empty()) return;
        gap(6);
        const float lead  = icon ? 20.0f : 0.0f;
        const auto  lines = lines_of(words, Type::caption, available_width() - lead);
        const auto  rect  = place(0, 16 * static_cast<float>(lines.size()));
        const auto  color = ink_color(ink);
        if (icon) icon_at(rect.x + 7, rect.y + 8, icons::circle_alert, 14, color);
        words_lines(rect.x + lead, rect.y, rect.w - lead, lines, Type::caption, color);
        say_node({rect.x + lead, rect.y, rect.w - lead, rect.h}, said(id_below(id, number), words, Type::caption));
    };
    line(complaint, Ink::danger, 31, true);
    line(hint.words(), Ink::soft, 32, false);
    show_with(id, !complaint.empty());
}

// Scrolls to the field with all that is said below it: when it gets the focus, and when a complaint appears under it.
void Form::show_with(std::uint32_t id, bool complains)
{
    auto&      ui    = context();
    auto&      parts = ui.parts();
    const auto known = id_below(id, 33);
    const bool fresh = complains && !measured(known);
    if (complains) measure(known, 1);
    if (parts.scrolling.empty() || !(ui.shows(id) || (fresh && ui.focused() == id))) return;
    const auto& flow = ui.flow();
    parts.show_rect  = Rect{flow.left, flow.top, flow.width, flow.bottom - flow.top};
    parts.show_area  = parts.scrolling.back();
}

bool Form::edit(std::string_view field, Label name, std::string& value, const FieldStyle& style, int lines)
{
    Stack      stack({.gap = 0});
    const auto seed  = id_named(field);
    const auto wrong = complaint(field);
    label(name, style.optional);
    auto how         = style.text;
    how.lines        = lines;
    const auto words = both(wrong, style.hint);
    const auto room  = place(how.width, field_height(lines));
    const auto edit  = edit_text(
        room, seed,
        {.role        = Role::textbox,
         .name        = name.words(),
         .description = words,
         .state       = (wrong.empty() ? 0u : state::invalid) | (style.optional ? 0u : state::required),
         .keys        = lines > 1 ? 0u : keys::enter},
        value, how);
    while (const auto* key = context().next_key(edit.id))
        if (key->text == "Enter") entered_ = true;
    below(edit.id, wrong, style.hint);
    drawn(field, edit.id);
    return edit.changed;
}

bool Form::text(std::string_view field, Label name, std::string& value, FieldStyle style)
{
    return edit(field, name, value, style, 1);
}

bool Form::notes(std::string_view field, Label name, std::string& value, FieldStyle style)
{
    style.text.spellcheck = true;
    return edit(field, name, value, style, std::max(4, style.text.lines));
}

bool Form::number(std::string_view field, Label name, std::int64_t& value, NumberStyle style)
{
    auto&      ui = context();
    Stack      stack({.gap = 0});
    const auto seed  = id_named(field);
    const auto wrong = complaint(field);
    label(name);
    const auto words   = both(wrong, style.hint);
    const auto room    = place(200, ui.theme.control);
    const bool changed = edit_number(
        room, seed,
        {.name = name.words(), .description = words, .state = state::required | (wrong.empty() ? 0u : state::invalid)},
        value, style.min, style.max, style.step, style.unit.words());
    below(field_id(seed), wrong, style.hint);
    drawn(field, field_id(seed));
    return changed;
}

bool Form::number(std::string_view field, Label name, std::int32_t& value, NumberStyle style)
{
    std::int64_t wide    = value;
    const bool   changed = number(field, name, wide, style);
    value                = static_cast<std::int32_t>(std::clamp<std::int64_t>(wide, INT32_MIN, INT32_MAX));
    return changed;
}

bool Form::checkbox(std::string_view field, Label name, bool& value, Label hint)
{
    auto&       ui = context();
    Stack       stack({.gap = 0});
    const auto  id    = id_named(field);
    const auto  wrong = complaint(field);
    const auto  lines = lines_of(name.words(), Type::body, available_width() - 30);
    const float high  = std::max(ui.theme.large_targets ? 44.0f : 24.0f, 20 * static_cast<float>(lines.size()) + 4);
    const auto  rect  = place(0, high);
    const auto  words = both(wrong, hint);
    Node        node{.id          = id,
                     .role        = Role::checkbox,
                     .name        = name.words(),
                     .description = words,
                     .state       = (value ? state::checked : 0u) | (wrong.empty() ? 0u : state::invalid)};
    text_at(node, Type::body, 30);
    const auto hit = item(rect, node);
    if (hit.pressed) value = !value;
    const Rect box{rect.x, rect.y + 3, 18, 18};
    draw_check_box(box, ui.ease(id_below(id, 1), value, 100), hit.hover, false);
    words_lines(rect.x + 30, rect.y + 2, rect.w - 30, lines, Type::body, palette().text);
    if (hit.ring) focus_ring(box, radius::s);
    {
        Stack indented({.gap = 0, .indent = 30});
        below(id, wrong, hint);
    }
    drawn(field, id);
    return hit.pressed;
}

bool Form::choice(std::string_view field, Label name, int& chosen, std::span<const Choice> choices)
{
    auto&      ui = context();
    Stack      stack({.gap = 0});
    const auto id    = id_named(field);
    const auto wrong = complaint(field);
    label(name);
    const auto until = chosen;
    const auto begin = peek();
    const int  group = enter_node(begin, {.id          = id,
                                          .role        = Role::radiogroup,
                                          .name        = name.words(),
                                          .description = wrong,
                                          .state       = wrong.empty() ? 0u : state::invalid,
                                          .keys        = keys::up_down | keys::left_right});
    for (std::size_t at = 0; at < choices.size(); ++at) {
        const auto& choice = choices[at];
        const bool  on     = chosen == static_cast<int>(at);
        const bool  off    = !choice.why_not.empty();
        if (at > 0) gap(8);
        const float width  = available_width();
        const float end    = choice.end.empty() ? 0 : std::ceil(text_width(choice.end, Type::strong)) + 16;
        const auto  second = off ? choice.why_not : choice.hint.words();
        const auto  words  = lines_of(choice.words.words(), Type::strong, width - 44 - 14 - end);
        const auto  hints  = second.empty() ? std::vector<std::string_view>{}
                                            : lines_of(second, Type::caption, width - 44 - 14 - end);
        const float high   = 20 * static_cast<float>(words.size()) +
                             (hints.empty() ? 0 : 2 + 16 * static_cast<float>(hints.size()));
        const auto  rect   = place(0, high + 24);
        Node        node{.id          = id_below(id, static_cast<int>(at)),
                         .role        = Role::radio,
                         .name        = choice.words.words(),
                         .description = second,
                         .state       = (on            ? state::checked
                                         : chosen >= 0 ? state::skip_tab
                                                       : 0u) |
                                        (off ? state::disabled : 0u)};
        text_at(node, Type::strong, 44, 12);
        const auto  hit   = item(rect, node);
        const float share = ui.ease(id_below(node.id, 1), on, 110);
        if (on) fill(rect, ui.theme.tone(Tone::accent).soft, radius::m + 2);
        else if (hit.hover > 0) fill(rect, faded(palette().hover, hit.hover), radius::m + 2);
        frame(rect, mix(ui.theme.tone(Tone::neutral).line, palette().accent, share), radius::m + 2, on ? 1.5f : 1);
        draw_radio({rect.x + 14, rect.y + 13, 18, 18}, share, hit.hover, off);
        words_lines(rect.x + 44, rect.y + 12, width, words, Type::strong, off ? palette().text_soft : palette().text);
        words_lines(rect.x + 44, rect.y + 14 + 20 * static_cast<float>(words.size()), width, hints, Type::caption,
                    palette().text_soft);
        if (end > 0)
            words_in({rect.x, rect.y + 12, rect.w - 14, 20}, choice.end, Type::strong, palette().text, Align::end);
        if (hit.ring) focus_ring(rect, radius::m + 2);
        if (hit.pressed) chosen = static_cast<int>(at);
    }
    const int size = static_cast<int>(choices.size());
    while (const auto* key = ui.next_key(id)) {
        const int step = key->text == "ArrowUp" || key->text == "ArrowLeft" ? size - 1 : 1;
        int       to   = std::max(chosen, 0);
        for (int tried = 0; tried < size; ++tried) {
            to = (to + step) % size;
            if (choices[static_cast<std::size_t>(to)].why_not.empty()) break;
        }
        chosen = to;
        ui.focus(id_below(id, to));
    }
    auto& semantics          = ui.semantics();
    semantics.at(group).rect = {begin.x, begin.y, begin.w, ui.flow().bottom - begin.y};
    semantics.at(group).clip = clip_of(semantics.at(group).rect);
    semantics.leave();
    below(id, wrong, {});
    drawn(field, id_below(id, std::max(chosen, 0)));
    return chosen != until;
}

bool Form::select(std::string_view field, Label name, std::string& chosen, std::span<const Option> options,
                  FieldStyle style)
{
    return select_from(field, name, chosen, {.all = options}, style);
}

bool Form::select(std::string_view field, Label name, std::string& chosen, const OptionSearch& options,
                  FieldStyle style)
{
    return select_from(field, name, chosen, {.search = &options}, style);
}

bool Form::select_from(std::string_view field, Label name, std::string& chosen, const Options& options,
                       FieldStyle style)
{
    Stack      stack({.gap = 0});
    const auto id    = id_named(field);
    const auto wrong = complaint(field);
    label(name, style.optional);
    const auto words   = both(wrong, style.hint);
    const auto room    = place(style.text.width, context().theme.control);
    const bool changed = edit_choice(
        room, id,
        {.name        = name.words(),
         .description = words,
         .state       = (wrong.empty() ? 0u : state::invalid) | (style.optional ? 0u : state::required)},
        chosen, options);
    below(id, wrong, style.hint);
    drawn(field, id);
    return changed;
}

bool Form::texts(std::string_view field, Label name, std::vector<std::string>& values, int min, int max,
                 FieldStyle style, InLines in_lines)
{
    auto&      ui = context();
    Stack      stack({.gap = 0});
    const auto base    = id_named(field);
    const auto whole   = complaint(field);
    const auto each    = style.each.empty() ? name.words() : style.each.words();
    bool       changed = false;
    while (static_cast<int>(values.size()) < min) values.emplace_back();
    label(name, style.optional);

    int remove = -1, spread = -1;
    for (std::size_t at = 0; at < values.size(); ++at) {
        if (at > 0) gap(8);
        const auto number  = std::to_string(at + 1);
        const auto item_of = std::string(field) + "." + std::to_string(at);
        const auto wrong   = complaint(item_of);
        const auto said_as = say("ui.item", {each, number});
        const bool removes = static_cast<int>(values.size()) > min;
        const auto seed    = id_below(base, static_cast<int>(at));
        const auto words   = both(wrong.empty() && at == 0 ? whole : wrong, style.hint);
        const auto line    = place(0, field_height(1));
        const auto typed   = values[at].size();
        const Rect room{line.x, line.y, line.w - (removes ? 40.0f : 0.0f), line.h};
        const auto edit = edit_text(room, seed,
                                    {.role        = Role::textbox,
                                     .name        = said_as,
                                     .description = words,
                                     .state       = wrong.empty() && whole.empty() ? 0u : state::invalid,
                                     .keys        = keys::enter},
                                    values[at], style.text);
        changed |= edit.changed;
        // Whoever types a second name behind the first is left to finish it.
        const bool pasted = edit.changed && values[at].size() > typed + longest_typed;
        if (pasted && in_lines && in_lines(values[at]).size() > 1) spread = static_cast<int>(at);
        while (const auto* key = ui.next_key(edit.id))
            if (key->text == "Enter") entered_ = true;
        if (removes) {
            const Rect cross{line.right() - 36, line.y, 36, line.h};
            const auto hit = item(cross,
                                  {.id = id_below(seed, 9), .role = Role::button, .name = say("ui.remove", {said_as})});
            if (hit.hover > 0) fill(cross, faded(palette().hover, hit.hover), radius::m);
            icon_at(cross.x + 18, cross.y + cross.h / 2, icons::x, 16, palette().text_soft);
            if (hit.ring) focus_ring(cross, radius::m);
            if (hit.pressed) remove = static_cast<int>(at);
        }
        below(edit.id, wrong, {});
        drawn(item_of, edit.id);
        if (at == 0) drawn(field, edit.id);
    }
    below(base, whole, style.hint);
    if (spread >= 0) spread_over(values, static_cast<std::size_t>(spread), in_lines);
    if (remove >= 0) {
        values.erase(values.begin() + remove);
        ui.focus(field_id(id_below(base, std::min(remove, static_cast<int>(values.size()) - 1))));
        changed = true;
    }
    if (static_cast<int>(values.size()) < max) {
        gap(8);
        Row row;
        if (button("ui.add", {.kind  = Kind::ghost,
                              .icon  = icons::plus,
                              .small = true,
                              .name  = say("ui.add_to", {each}),
                              .id    = field})) {
            values.emplace_back();
            ui.focus(field_id(id_below(base, static_cast<int>(values.size()) - 1)));
            changed = true;
        }
    }
    return changed;
}

bool Form::fill_in(Label words, Icon icon)
{
    gap(10);
    Row row;
    return button(words, {.icon = icon, .small = true});
}

void Form::focus_first()
{
    if (!fields_.empty()) context().focus(fields_.front().id, true);
}

bool Form::accepted(Label verb, Kind kind, std::string_view why_not)
{
    auto& ui = context();
    // Problems of the draft as a whole, and of fields that are not shown.
    for (const auto& problem : problems_.list) {
        const bool shown = std::ranges::any_of(fields_,
                                               [&](const Field& field) { return field.name == problem.field; });
        if (problem.field.empty() || (!shown && dialog_.touched)) ui::notice(Tone::danger, say(problem));
    }
    const bool pressed = scope_.buttons(verb, kind, why_not) || (entered_ && why_not.empty());
    if (!pressed) return false;
    if (problems_.none()) {
        scope_.close();
        return true;
    }
    dialog_.touched = true;
    for (const auto& field : fields_)
        if (problems_.at(field.name)) {
            ui.focus(field.id, true);
            break;
        }
    ui.animate();
    return false;
}

}  // namespace ui
