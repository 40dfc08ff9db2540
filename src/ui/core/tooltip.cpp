#include "ui/core/item.hpp"
#include "ui/core/overlay.hpp"
#include "ui/core/parts.hpp"
#include "ui/core/text.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {
namespace {

constexpr float rest_ms = 380;  // how long the pointer must rest before a tooltip shows

}  // namespace

void tooltip(Label words)
{
    auto& ui    = context();
    auto& parts = ui.parts();
    if (words.empty() || parts.last_item == 0) return;
    const bool finger = ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen;
    if (!(parts.last_hovered && !finger) && !ui.focus_ring(parts.last_item)) return;
    parts.bubble_id    = parts.last_item;
    parts.bubble_rect  = parts.last_rect;
    parts.bubble_words = words.str();
}

void tell_whole(const Rect& room, std::string_view words)
{
    auto&       ui      = context();
    auto&       parts   = ui.parts();
    const auto& io      = ImGui::GetIO();
    const auto  seen    = clip_of(room);
    const bool  pointed = io.MouseSource != ImGuiMouseSource_TouchScreen && ImGui::IsWindowHovered() &&
                          seen.holds(io.MousePos.x, io.MousePos.y);
    const auto& around  = parts.last_rect;
    const bool  focused = parts.bubble_id == 0 && parts.last_item != 0 && ui.focus_ring(parts.last_item) &&
                          around.holds(room.x, room.y + room.h / 2);
    if (!pointed && !focused) return;
    parts.bubble_id    = id_below(id_named(words), static_cast<int>(room.x));
    parts.bubble_rect  = room;
    parts.bubble_words = words;
}

void draw_tooltip()
{
    auto& ui    = context();
    auto& parts = ui.parts();
    if (parts.bubble_id == 0) {
        parts.bubble_shown = 0;
        return;
    }
    const bool same    = parts.bubble_shown == parts.bubble_id;
    parts.bubble_wait  = same ? parts.bubble_wait + ui.step_ms() : 0;
    parts.bubble_shown = parts.bubble_id;
    const auto id      = std::exchange(parts.bubble_id, 0u);
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) parts.bubble_wait = -1000;
    if (parts.bubble_wait < rest_ms) {
        if (parts.bubble_wait >= 0) ui.animate();
        return;
    }
    const auto lines = lines_of(parts.bubble_words, Type::caption, 280);
    float      width = 0;
    for (const auto line : lines) width = std::max(width, text_width(line, Type::caption));
    width              = std::ceil(width) + 20;
    const float height = 16 * static_cast<float>(lines.size()) + 12;
    const auto& at     = parts.bubble_rect;
    float       x      = at.x + at.w / 2 - width / 2;
    float       y      = at.bottom() + 6;
    if (y + height > ui.height() - 4) y = at.y - height - 6;
    x = std::round(std::clamp(x, 4.0f, std::max(4.0f, ui.width() - width - 4)));
    const Rect rect{x, std::round(y), width, height};

    Overlay    bubble(id_below(id, 0x7001), {.rect     = rect,
                                             .rounding = radius::m,
                                             .catches  = false,
                                             .filled   = false,
                                             .shadow   = false,
                                             .inputs   = false,
                                             .alpha    = ui.ease(id_below(id, 0x7002), true, 100, true)});
    const bool light = ui.theme.scheme == Scheme::light;
    fill(rect, light ? palette().text : palette().pressed, radius::m);
    if (!light) frame(rect, palette().tones[0].line, radius::m);
    words_lines(rect.x + 10, rect.y + 6, width - 20, lines, Type::caption,
                light ? palette().background : palette().text);
}

}  // namespace ui
