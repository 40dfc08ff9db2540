#include "ui/fields/edit.hpp"

#include "base/pasted.hpp"
#include "ui/core/parts.hpp"
#include "ui/icons.hpp"

#include <imgui.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace ui {
namespace {

std::string hint_of(const TextStyle& style)
{
    std::string hint;
    const auto  add = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) hint.append(hint.empty() ? "" : " ").append(name).append("=").append(value);
    };
    add("autocomplete", style.autocomplete);
    add("username", style.username);
    add("inputmode", style.inputmode);
    add("spellcheck", style.spellcheck ? "true" : "");
    add("placeholder", style.placeholder.words());
    return hint;
}

std::string shown(const std::string& text, bool secret)
{
    if (!secret) return text;
    std::string dots;
    for (const char letter : text)
        if ((letter & 0xc0) != 0x80) dots += "•";
    return dots;
}

// Draws the text exactly as the page's own field shows it: its line height is that of the font.
void draw_words(const Rect& room, std::string_view words, Color color, bool several_lines)
{
    if (!several_lines) {
        words_in(room, words, Type::body, color);
        return;
    }
    float y = room.y;
    for (const auto line : lines_of(words, Type::body, room.w, base::Breaks::field)) {
        if (y > room.bottom() - 8) break;
        words_at(room.x, y - 2, line, Type::body, color);
        y += imgui_size(14);
    }
}

// In a browser the page edits every field, so ImGui's text editing is not even downloaded.
#ifdef __EMSCRIPTEN__
constexpr bool may_edit_here = false;
#else
constexpr bool may_edit_here = true;
#endif

// Without a web page: ImGui edits the text, at the same place.
bool edit_here(const Rect& inside, std::uint32_t seed, std::string& text, const TextStyle& style, bool wanted)
{
    ImGui::PushOverrideID(seed);
    ImGui::PushFont(font_of(Type::body), imgui_size(14));
    ImGui::PushItemFlag(ImGuiItemFlags_NoTabStop, true);
    ImGui::SetCursorScreenPos(
        {inside.x, style.lines > 1 ? inside.y : std::round(inside.y + (inside.h - imgui_size(14)) / 2)});
    if (wanted) ImGui::SetKeyboardFocusHere();
    const auto until = text;
    if (style.lines > 1) ImGui::InputTextMultiline("##t", &text, {inside.w, inside.h});
    else {
        ImGui::SetNextItemWidth(inside.w);
        ImGui::InputText("##t", &text, style.secret ? ImGuiInputTextFlags_Password : 0);
    }
    ImGui::PopItemFlag();
    ImGui::PopFont();
    ImGui::PopID();
    return text != until;
}

std::optional<std::int64_t> number_in(std::string_view typed)
{
    const auto   text   = base::pasted_number(typed);
    std::int64_t number = 0;
    const auto   end    = text.data() + text.size();
    const auto   read   = std::from_chars(text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end ? std::optional(number) : std::nullopt;
}

}  // namespace

std::uint32_t field_id(std::uint32_t seed) { return ImHashStr("##t", 0, seed); }
std::uint32_t field_id(Label name) { return field_id(id_of(name)); }

float field_height(int lines)
{
    const float control = context().theme.control;
    return lines <= 1 ? control : std::round(imgui_size(14) * static_cast<float>(lines)) + 18;
}

Edit edit_text(const Rect& room, std::uint32_t seed, Node node, std::string& text, const TextStyle& style, float lead,
               float tail)
{
    auto& ui = context();
    Edit  edit;
    edit.id = node.id = field_id(seed);
    if (!style.icon.empty()) lead = std::max(lead, 38.0f);
    const bool several = style.lines > 1;
    const bool off     = node.is(state::disabled) || node.is(state::read_only);

    // 1. Input from the page's field.
    if (!off)
        if (const auto* heard = ui.take_value(edit.id); heard && heard->text != text) {
            text         = heard->text;
            edit.changed = true;
        }
    edit.left    = ui.take_commit(edit.id);
    edit.focused = ui.focused() == edit.id;

    // 2. The node: the page's field covers the room without `lead` and `tail`.
    const auto hint = hint_of(style);
    node.value      = text;
    node.hint       = hint;
    if (several) node.state |= state::multiline;
    if (style.secret) node.state |= state::secret;
    const float free = tail > 16 ? tail : 0;
    text_at(node, Type::body, lead, several ? 9.0f : -1.0f);
    const Rect over{room.x, room.y, room.w - free, room.h};

    // 3. The frame.
    const bool  invalid = node.is(state::invalid);
    const auto& p       = palette();
    const float glow    = ui.ease(id_below(edit.id, 7), edit.focused, 100);
    Rect        inside{room.x + lead, room.y, room.w - lead - tail, room.h};
    if (several) inside = {inside.x, room.y + 9, inside.w, room.h - 18};

    bool hovered = false;
    if (!may_edit_here || ui.page_fields || off) {
        say_node(over, node);
        ui.parts().last_item = 0;
        const auto& mouse    = ImGui::GetIO().MousePos;
        hovered              = !off && ImGui::IsWindowHovered() && room.holds(mouse.x, mouse.y);
        if (ui.shows(edit.id) && !ui.parts().scrolling.empty()) {
            ui.parts().show_rect = room;
            ui.parts().show_area = ui.parts().scrolling.back();
        }
    } else {
        const int  index = say_node(over, node);
        const bool was   = ImGui::GetActiveID() == edit.id;
        edit.changed |= edit_here(inside, seed, text, style,
                                  (edit.focused && !was && ui.focus_ring(edit.id)) || ui.wanted_focus() == edit.id);
        const bool is = ImGui::GetActiveID() == edit.id;
        if (is && !was) ui.hear({.kind = Event::Kind::focus, .id = edit.id});
        edit.left                      = edit.left || (was && !is);
        edit.focused                   = is;
        hovered                        = ImGui::IsItemHovered();
        ui.semantics().at(index).value = ui.semantics().keep(text);
    }
    if (off) fill(room, p.hover, radius::m);
    const Color border = invalid ? ui.theme.tone(Tone::danger).solid
                                 : mix(p.boundary, p.text_soft, hovered ? 1.0f : 0.0f);
    frame(room, mix(border, invalid ? border : p.focus, glow), radius::m);
    if (glow > 0) frame(inset(room, -2), faded(invalid ? border : p.focus, 0.9f * glow), radius::m + 2, 2);
    if (!style.icon.empty()) icon_at(room.x + 20, room.y + (several ? 18 : room.h / 2), style.icon, 16, p.text_soft);

    // 4. The text, unless the field that edits it shows it.
    const bool elsewhere = edit.focused || (!ui.page_fields && !off && !text.empty());
    if (!elsewhere && ImGui::IsRectVisible({room.x, room.y}, {room.right(), room.bottom()})) {
        if (text.empty()) draw_words(inside, style.placeholder.words(), p.text_soft, several);
        else draw_words(inside, shown(text, style.secret), off ? p.text_soft : p.text, several);
    }
    return edit;
}

bool edit_number(const Rect& room, std::uint32_t seed, Node node, std::int64_t& value, std::int64_t min,
                 std::int64_t max, std::int64_t step, std::string_view unit)
{
    auto&      ui    = context();
    const auto id    = field_id(seed);
    const bool off   = node.is(state::disabled);
    const auto until = value;

    // Shows the text as typed while it stands for the current value, else the value.
    auto&      drafts = ui.parts().drafts;
    const auto none   = min - 1;
    auto       draft  = drafts.find(id);
    if (draft != drafts.end()) {
        const auto typed = number_in(draft->second);
        if (typed.value_or(none) != value || (typed && ui.focused() != id)) {
            drafts.erase(draft);
            draft = drafts.end();
        }
    }
    std::string text = draft != drafts.end() ? draft->second : std::to_string(value);

    node.role      = Role::spinbutton;
    node.row       = static_cast<std::int32_t>(std::clamp<std::int64_t>(value, INT32_MIN, INT32_MAX));
    node.column    = static_cast<std::int32_t>(min);
    node.row_count = static_cast<std::int32_t>(std::min<std::int64_t>(max, INT32_MAX));
    node.keys |= keys::up_down | keys::pages;
    const float side = room.h;
    const auto  edit = edit_text(room, seed, node, text, {.inputmode = "numeric"}, 12, 2 * side + 4);
    if (edit.changed) {
        drafts[id] = text;
        value      = number_in(text).value_or(none);
    }
    if (!unit.empty()) {
        const float x = room.x + 12 + text_width(text, Type::body) + 6;
        words_in({x, room.y, room.right() - 2 * side - 4 - x, room.h}, unit, Type::body, palette().text_soft);
    }

    // The two buttons are inside the frame; the arrow keys do the same, so they are no Tab stops.
    const auto turn = [&](std::int64_t by) {
        value = std::clamp(value + by, min, max);
        drafts.erase(id);
    };
    while (const auto* key = ui.next_key(id)) {
        if (key->text == "ArrowUp") turn(step);
        else if (key->text == "ArrowDown") turn(-step);
        else if (key->text == "PageUp") turn(10 * step);
        else if (key->text == "PageDown") turn(-10 * step);
    }
    const auto side_button = [&](float x, Icon icon, std::string name, bool possible, int number) {
        const Rect rect{x, room.y + 1, side - 1, room.h - 2};
        const auto hit = item(rect, {.id          = id_below(id, number),
                                     .role        = Role::button,
                                     .name        = name,
                                     .description = possible ? "" : say("ui.at_limit"),
                                     .state       = state::skip_tab | (possible && !off ? 0u : state::disabled)});
        if (hit.hover > 0) fill(inset(rect, 3), faded(palette().hover, hit.hover), radius::s);
        icon_at(rect.x + rect.w / 2, rect.y + rect.h / 2, icon, 16,
                possible && !off ? palette().text : faded(palette().text_soft, 0.6f));
        return hit.pressed;
    };
    const std::string name(node.name);
    line_down(room.right() - 2 * side, room.y + 8, room.bottom() - 8, palette().line);
    if (side_button(room.right() - 2 * side, icons::minus, say("ui.decrease", {name}), value > min, 21)) turn(-step);
    if (side_button(room.right() - side, icons::plus, say("ui.increase", {name}), value < max, 22)) turn(step);
    return value != until;
}

}  // namespace ui
