#include "ui/controls/controls.hpp"
#include "ui/core/item.hpp"
#include "ui/core/parts.hpp"
#include "ui/icons.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

base::TextKey name_of(StepState state)
{
    switch (state) {
    case StepState::done:    return "ui.step_done";
    case StepState::current: return "ui.step_current";
    case StepState::failed:  return "ui.step_failed";
    case StepState::to_do:   break;
    }
    return "ui.step_to_do";
}

// The disc at the left of a step.
void mark(float x, float y, StepState state)
{
    const auto& theme = context().theme;
    const auto& p     = theme.palette;
    switch (state) {
    case StepState::done:
        disc(x, y, 10, theme.tone(Tone::success).solid);
        icon_at(x, y, icons::check, 13, theme.tone(Tone::success).on);
        break;
    case StepState::current:
        ring(x, y, 9, p.accent, 2);
        disc(x, y, 4, p.accent);
        break;
    case StepState::failed:
        disc(x, y, 10, theme.tone(Tone::danger).solid);
        icon_at(x, y, icons::x, 13, theme.tone(Tone::danger).on);
        break;
    case StepState::to_do: ring(x, y, 9, p.boundary, 1.5f); break;
    }
}

}  // namespace

void steps(Label name, std::span<const Step> steps)
{
    Stack       stack({.gap = 0});
    const Group list(Role::list, name);
    const auto  base = id_of(name);
    for (std::size_t at = 0; at < steps.size(); ++at) {
        const auto& step  = steps[at];
        const auto  room  = peek();
        const auto  words = lines_of(step.words, Type::strong, room.w - 36);
        const auto  hint  = step.hint.empty() ? std::vector<std::string_view>{}
                                              : lines_of(step.hint, Type::caption, room.w - 36);
        const float high  = 20 * static_cast<float>(words.size()) +
                            (hint.empty() ? 0 : 2 + 16 * static_cast<float>(hint.size()));
        const bool  last  = at + 1 == steps.size();
        const auto  rect  = place(0, high + (last ? 0 : 20));
        const auto  id    = id_below(base, static_cast<int>(at));
        if (!last) {
            const bool through = step.state == StepState::done;
            fill({rect.x + 9, rect.y + 23, 2, rect.h - 26},
                 through ? context().theme.tone(Tone::success).solid : palette().line, 1);
        }
        mark(rect.x + 10, rect.y + 10, step.state);
        const auto state = say(name_of(step.state));
        enter_node(rect,
                   {.id = id, .role = Role::listitem, .state = step.state == StepState::current ? state::current : 0u});
        const Color color = step.state == StepState::to_do    ? palette().text_soft
                            : step.state == StepState::failed ? context().theme.tone(Tone::danger).text
                                                              : palette().text;
        words_lines(rect.x + 32, rect.y, room.w - 32, words, step.state == StepState::to_do ? Type::body : Type::strong,
                    color);
        say_node({rect.x + 32, rect.y, room.w - 32, 20 * static_cast<float>(words.size())},
                 said(id_below(id, 1), step.words + " (" + state + ")", Type::strong));
        if (!hint.empty()) {
            const Rect below{rect.x + 32, rect.y + 20 * static_cast<float>(words.size()) + 2, room.w - 32,
                             16 * static_cast<float>(hint.size())};
            words_lines(below.x, below.y, below.w, hint, Type::caption, palette().text_soft);
            say_node(below, said(id_below(id, 2), step.hint, Type::caption));
        }
        context().semantics().leave();
    }
}

void timeline(Label name, std::span<const TimelineEntry> entries)
{
    Stack       stack({.gap = 0});
    const Group list(Role::list, name);
    const auto  base = id_of(name);
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const auto& entry = entries[at];
        const auto  room  = peek();
        const auto  words = lines_of(entry.words, Type::body, room.w - 28);
        const auto  hint  = entry.hint.empty() ? std::vector<std::string_view>{}
                                               : lines_of(entry.hint, Type::caption, room.w - 28);
        const float high  = 20 * static_cast<float>(words.size()) + 18 +
                            (hint.empty() ? 0 : 2 + 16 * static_cast<float>(hint.size()));
        const bool  last  = at + 1 == entries.size();
        const auto  rect  = place(0, high + (last ? 0 : 16));
        const auto  id    = id_below(base, static_cast<int>(at));
        if (!last) fill({rect.x + 6, rect.y + 19, 2, rect.h - 16}, palette().line, 1);
        disc(rect.x + 7, rect.y + 10, 5, context().theme.tone(entry.tone).solid);
        enter_node(rect, {.id = id, .role = Role::listitem});
        words_lines(rect.x + 28, rect.y, room.w - 28, words, Type::body, palette().text);
        float y = rect.y + 20 * static_cast<float>(words.size());
        say_node({rect.x + 28, rect.y, room.w - 28, y - rect.y}, said(id_below(id, 1), entry.words, Type::body));
        if (!hint.empty()) {
            words_lines(rect.x + 28, y + 2, room.w - 28, hint, Type::caption, palette().text_soft);
            say_node({rect.x + 28, y + 2, room.w - 28, 16 * static_cast<float>(hint.size())},
                     said(id_below(id, 2), entry.hint, Type::caption));
            y += 2 + 16 * static_cast<float>(hint.size());
        }
        words_at(rect.x + 28, y + 2, entry.when, Type::caption, palette().text_soft);
        say_node({rect.x + 28, y + 2, room.w - 28, 16}, said(id_below(id, 3), entry.when, Type::caption));
        context().semantics().leave();
    }
}

void progress(Label name, float share)
{
    const auto rect = place(0, 6);
    const Node node{.id        = id_of(name),
                    .role      = Role::progressbar,
                    .name      = name.words(),
                    .row       = share < 0 ? 0 : static_cast<int>(std::lround(share * 100)),
                    .row_count = share < 0 ? 0 : 100};
    say_node(rect, node);
    fill(rect, palette().pressed, 3);
    if (share >= 0) {
        if (share > 0) fill({rect.x, rect.y, std::max(6.0f, rect.w * std::min(share, 1.0f)), 6}, palette().accent, 3);
        return;
    }
    // Indeterminate: a piece that moves, or stands still with reduced motion.
    const float w  = rect.w * 0.3f;
    const float at = context().reduced_motion ? 0.35f
                                              : 0.5f - 0.5f * std::cos(static_cast<float>(ImGui::GetTime()) * 2.4f);
    fill({rect.x + (rect.w - w) * at, rect.y, w, 6}, palette().accent, 3);
    if (!context().reduced_motion) context().animate();
}

}  // namespace ui
