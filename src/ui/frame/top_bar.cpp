#include "ui/core/overlay.hpp"
#include "ui/core/parts.hpp"
#include "ui/fields/edit.hpp"
#include "ui/frame/shell.hpp"
#include "ui/icons.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

namespace ui {
namespace {

constexpr float bar_height      = 60;
constexpr float words_left      = 42;  // left edge of the text in a suggestion
constexpr int   frames_of_a_tap = 4;

float hint_width(const Suggestion& suggestion, float width)
{
    if (suggestion.hint.empty()) return 0;
    return std::min(std::ceil(text_width(suggestion.hint, Type::caption)), width * 0.45f);
}

// Wraps instead of cutting: the ends of names often differ.
std::vector<std::string_view> lines_of_words(const Suggestion& suggestion, float width)
{
    return lines_of(suggestion.words, Type::body, width - words_left - hint_width(suggestion, width) - 24);
}

float height_of(const Suggestion& suggestion, float width)
{
    const float least = context().theme.large_targets ? 48.0f : 40.0f;
    const float words = 20 * static_cast<float>(lines_of_words(suggestion, width).size());
    return std::max(least, words + (suggestion.why_not.empty() ? 12.0f : 32.0f));
}

bool draw_suggestion(const Suggestion& suggestion, const Rect& rect, std::uint32_t id, bool marked, int number,
                     int size)
{
    const bool off = !suggestion.why_not.empty();
    const auto hit = item(rect, {.id           = id,
                                 .role         = Role::option,
                                 .name         = suggestion.words,
                                 .description  = off ? suggestion.why_not : suggestion.hint,
                                 .href         = suggestion.href,
                                 .state        = (marked ? state::selected : 0u) | (off ? state::disabled : 0u),
                                 .row_count    = number,
                                 .column_count = size});
    if (marked) fill_marked(rect, radius::m);
    else if (hit.hover > 0) fill(rect, faded(palette().hover, hit.hover), radius::m);
    icon_at(rect.x + 20, rect.y + rect.h / 2, suggestion.icon, 17, palette().text_soft);
    const float end   = hint_width(suggestion, rect.w);
    const auto  lines = lines_of_words(suggestion, rect.w);
    const float high  = 20 * static_cast<float>(lines.size());
    const float top   = rect.y + std::floor((rect.h - high - (off ? 18.0f : 0.0f)) / 2);
    words_lines(rect.x + words_left, top, rect.w, lines, Type::body, off ? palette().text_soft : palette().text);
    if (off)
        words_in({rect.x + words_left, top + high, rect.w - words_left - 12, 18}, suggestion.why_not, Type::caption,
                 palette().text_soft);
    if (end > 0)
        words_in({rect.right() - end - 12, top, end, high}, suggestion.hint, Type::caption, palette().text_soft);
    return hit.pressed;
}

// Draws the suggestions below the field. Returns the index of the one pressed.
std::optional<int> draw_suggestions(std::uint32_t id, const Rect& field, std::span<const Suggestion> found, int marked,
                                    Rect& rect, bool& outside)
{
    auto&       ui    = context();
    const bool  phone = ui.breakpoint() == Breakpoint::phone;
    const float width = phone ? ui.width() - 16 : std::clamp(ui.width() - field.x - 16, field.w, 560.0f);
    float       high  = 12;
    for (std::size_t at = 0; at < found.size(); ++at)
        high += height_of(found[at], width - 12) +
                (at == 0 || found[at].group != found[at - 1].group ? found[at].group.empty() ? 0.0f : 30.0f : 0.0f);
    if (found.empty()) high = 60;
    high = std::min({high, ui.height() - field.bottom() - 16, 520.0f});
    rect = {phone ? 8 : field.x, field.bottom() + 6, width, high};
    std::optional<int> pressed;
    Overlay            overlay(id, {.rect           = rect,
                                    .rounding       = radius::l,
                                    .alpha          = ui.ease(id_below(id, 1), true, 110, true),
                                    .ready_after_ms = 0,
                                    .over_toasts    = true});
    outside = overlay.pressed_outside();
    enter_node(rect, {.id = id, .role = Role::listbox, .name = say("ui.global_search")});
    {
        ScrollArea area(id, rect, 6, 6);
        ui.flow().gap = 0;
        if (found.empty()) {
            const auto at    = place(0, 48);
            const auto words = say("ui.no_suggestion");
            words_in({at.x + 12, at.y, at.w - 24, at.h}, words, Type::body, palette().text_soft);
            say_node(at, {.id          = id_below(id, 99),
                          .role        = Role::option,
                          .name        = words,
                          .description = words,
                          .state       = state::disabled});
        }
        for (std::size_t at = 0; at < found.size(); ++at) {
            const bool first = at == 0 || found[at].group != found[at - 1].group;
            if (first && !found[at].group.empty()) {
                const auto head = place(0, 30);
                words_in({head.x + 12, head.y + 2, head.w - 24, head.h}, found[at].group, Type::caption_strong,
                         palette().text_soft);
            }
            const auto box = place(0, height_of(found[at], width - 12));
            if (draw_suggestion(found[at], box, id_below(id, 100 + static_cast<int>(at)),
                                marked == static_cast<int>(at), static_cast<int>(at) + 1,
                                static_cast<int>(found.size())))
                pressed = static_cast<int>(at);
            if (marked == static_cast<int>(at) && !rect.holds(box.x + 1, box.y + box.h / 2)) {
                ui.parts().show_rect = box;
                ui.parts().show_area = id;
            }
        }
    }
    ui.semantics().leave();
    return pressed;
}

// Draws the badge as a dot, where there is no room for words; they become its tooltip.
void draw_sign_of(std::string_view words)
{
    auto&      parts = context().parts();
    const auto rect  = place(26, 26);
    fill(rect, context().theme.tone(Tone::accent).soft, radius::round);
    icon_at(rect.x + 13, rect.y + 13, icons::sparkles, 14, context().theme.tone(Tone::accent).text);
    const Node node{.id = id_named("badge"), .role = Role::text, .name = words};
    say_node(rect, node);
    const auto& mouse  = ImGui::GetIO().MousePos;
    parts.last_item    = node.id;
    parts.last_rect    = rect;
    parts.last_hovered = ImGui::IsWindowHovered() && rect.holds(mouse.x, mouse.y);
    tooltip(words);
}

}  // namespace

TopBar::TopBar(ShellState& state) : state_(state)
{
    auto&       ui    = context();
    auto&       parts = ui.parts();
    const bool  phone = ui.breakpoint() == Breakpoint::phone;
    const Rect  rect{parts.left, 0, ui.width() - parts.left, bar_height};
    const float inset_x = phone ? 10.0f : 24.0f;
    parts.top           = bar_height;
    line_across(rect.x, rect.right(), rect.bottom() - 1, palette().line);
    enter_node(rect, {.id = id_named("top bar"), .role = Role::banner});
    Flow flow;
    flow.left = flow.x = flow.right = rect.x + inset_x;
    flow.width                      = rect.w - 2 * inset_x;
    flow.y = flow.top = flow.bottom = (bar_height - ui.theme.control) / 2;
    parts.flows.push_back(flow);
    row_ = std::make_unique<Row>(RowStyle{.gap = phone ? 2.0f : 8.0f, .wrap = false});
    if (phone && !state.searching && icon_button("ui.open_menu", icons::menu, {.kind = Kind::ghost})) {
        state.drawer = true;
        ui.animate();
    }
    // The badge must always be visible: it is here if the menu has no room for it.
    if (!parts.badge.empty() && !(phone && state.searching)) {
        if (ui.width() >= 400) badge(parts.badge, Tone::accent);
        else draw_sign_of(parts.badge);
    }
}

std::optional<int> TopBar::search(std::string& text, std::span<const Suggestion> suggestions)
{
    auto&      ui    = context();
    const bool phone = ui.breakpoint() == Breakpoint::phone;
    const auto seed  = id_named("global search");
    const auto id    = field_id(seed);
    const bool asked = ui.shortcut("k");
    if (phone && !state_.searching) {
        right_ = true;
        row_->push_right();
        if (icon_button("ui.global_search", icons::search, {.kind = Kind::ghost}) || asked) {
            state_.searching = state_.opened = true;
            ui.focus(id);
        }
        return std::nullopt;
    }
    if (asked) {
        // What was typed before is selected, to be replaced; nothing is marked, so that Enter follows no older choice.
        ui.focus(id, true);
        state_.opened = true;
        state_.shut   = false;
        state_.marked = -1;
    }
    if (phone && icon_button("ui.close", icons::arrow_left, {.kind = Kind::ghost})) {
        state_.searching = false;
        text.clear();
    }

    // 1. The field.
    const auto room = place(phone ? 0 : std::clamp(available_width() * 0.45f, 200.0f, 420.0f), ui.theme.control);
    // A press on a suggestion takes the focus from the field before the suggestion is chosen; with a finger some frames
    // before.
    const auto& mouse = ImGui::GetIO();
    if (ui.focused() == id) state_.lingers = 0;
    else if (state_.was_focused) state_.lingers = frames_of_a_tap;
    const bool leaves = state_.lingers == 1;
    const bool held   = state_.lingers > 0 || (state_.list.holds(mouse.MousePos.x, mouse.MousePos.y) &&
                                               (mouse.MouseDown[0] || mouse.MouseReleased[0]));
    if (state_.lingers > 0) {
        --state_.lingers;
        ui.animate();
    }
    const bool wanted = !text.empty() || (state_.opened && !suggestions.empty());
    const bool shows  = (ui.focused() == id || held) && wanted && !state_.shut;
    const auto list   = id_below(id, 5);
    const auto name   = say("ui.global_search");
    state_.marked     = std::min(state_.marked, static_cast<int>(suggestions.size()) - 1);
    Node       node{.role     = Role::combobox,
                    .name     = name,
                    .state    = state::editable | state::expandable | (shows ? state::expanded : 0u),
                    .keys     = keys::up_down | keys::enter | keys::escape,
                    .controls = shows ? list : 0,
                    .active   = shows && state_.marked >= 0 ? id_below(list, 100 + state_.marked) : 0};
    const auto edit = edit_text(room, seed, node, text, {.icon = icons::search, .placeholder = "ui.search"}, 38,
                                phone || !text.empty() ? 12.0f : 64.0f);
    if (!phone && text.empty() && !edit.focused) {
        const Rect key{room.right() - 58, room.y + (room.h - 22) / 2, 50, 22};
        frame(key, palette().line, radius::s);
        words_in(key, "Ctrl K", Type::caption, palette().text_soft, Align::center);
    }
    if (edit.changed) {
        state_.marked = text.empty() ? -1 : 0;
        state_.shut   = false;
        ui.animate();
    }
    if (edit.focused != state_.was_focused) {
        state_.shut = false;
        if (edit.focused) state_.opened = state_.opened || !ui.focus_ring(id);
    }
    // Left for something else: nothing of it stays in the bar.
    const bool pressing = mouse.MouseDown[0] || mouse.MouseReleased[0];
    if (leaves && (pressing || ui.wanted_focus() == id)) state_.lingers = 1;
    else if (leaves && !edit.focused) {
        state_.opened = state_.searching = false;
        state_.marked                    = -1;
        text.clear();
    }
    state_.was_focused = edit.focused;

    // 2. The suggestions.
    std::optional<int> chosen;
    bool               outside = false;
    if (shows) chosen = draw_suggestions(list, room, suggestions, state_.marked, state_.list, outside);
    else state_.list = {};
    const int size = static_cast<int>(suggestions.size());
    while (const auto* key = ui.next_key(id)) {
        if (key->text == "ArrowDown" && !shows) {
            state_.opened = true;
            state_.shut   = false;
        } else if (key->text == "ArrowDown" && size > 0) state_.marked = (state_.marked + 1) % size;
        else if (key->text == "ArrowUp" && size > 0)
            state_.marked = (state_.marked + size - (state_.marked < 0 ? 0 : 1)) % size;
        else if (key->text == "Escape") {
            if (shows) state_.shut = true;
            else text.clear();
            state_.marked = -1;
            if (phone) {
                state_.searching = state_.opened = false;
                text.clear();
            }
        } else if (key->text == "Enter" && shows && state_.marked >= 0) chosen = state_.marked;
        ui.animate();
    }
    if (outside) state_.shut = true;
    if (chosen && !suggestions[static_cast<std::size_t>(*chosen)].why_not.empty()) chosen.reset();
    if (chosen && !suggestions[static_cast<std::size_t>(*chosen)].fills.empty()) {
        text          = suggestions[static_cast<std::size_t>(*chosen)].fills;
        state_.marked = 0;
        ui.focus(id);
        ui.animate();
        chosen.reset();
    } else if (chosen) {
        const auto& href = suggestions[static_cast<std::size_t>(*chosen)].href;
        if (!href.empty()) ui.follow(href);
        text.clear();
        state_.marked    = -1;
        state_.searching = state_.opened = false;
    }
    if (!phone) {
        right_ = true;
        row_->push_right();
    }
    return chosen;
}

void TopBar::status(Tone tone, Icon icon, Label words, Label hint)
{
    auto& ui    = context();
    auto& parts = ui.parts();
    if (state_.searching && ui.breakpoint() == Breakpoint::phone) return;
    const bool  brief = ui.breakpoint() == Breakpoint::phone;
    const float width = brief ? 36 : std::ceil(text_width(words.words(), Type::body)) + 16 + 8 + 24;
    const auto  rect  = place(width, 30);
    const auto& color = ui.theme.tone(tone);
    if (!brief) frame(rect, palette().line, radius::round);
    icon_at(rect.x + (brief ? 18 : 20), rect.y + 15, icon, 16, color.text);
    if (!brief) words_in({rect.x + 34, rect.y, rect.w - 40, rect.h}, words.words(), Type::body, palette().text_soft);
    Node node{.id = id_named("sync"), .role = Role::status, .name = words.words(), .description = hint.words()};
    text_at(node, Type::body, 34);
    say_node(rect, node);
    const auto& mouse  = ImGui::GetIO().MousePos;
    parts.last_item    = node.id;
    parts.last_rect    = rect;
    parts.last_hovered = ImGui::IsWindowHovered() && rect.holds(mouse.x, mouse.y);
    if (!hint.empty() || brief) tooltip(hint.empty() ? words : hint);
}

TopBar::~TopBar()
{
    auto& ui = context();
    row_.reset();
    ui.parts().flows.pop_back();
    ui.semantics().leave();
}

}  // namespace ui
