#include "ui/core/paint.hpp"

#include "ui/core/parts.hpp"
#include "ui/icons.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

ImDrawList& canvas() { return *ImGui::GetWindowDrawList(); }

// Inter's line height is 1.21 em: ascent 0.969, descent 0.241. ImGui's font size is that line height.
constexpr float line_of_inter = 1.21f;

constexpr std::string_view dots = "…";

// The length of the longest prefix of `words` that fits, in whole UTF-8 letters.
std::size_t fitting(std::string_view words, ImFont* font, float size, float width)
{
    if (words.empty()) return 0;
    const char* end = nullptr;
    font->CalcTextSizeA(size, std::max(width, 0.0f), 0, words.data(), words.data() + words.size(), &end);
    return static_cast<std::size_t>(end - words.data());
}

// The y to pass to ImGui so that the letters are centred in `room` px from `y` on and the baseline is on a whole pixel.
// ImGui rounds the ascent up, which this corrects.
float top_of_line(float y, float room, float size)
{
    const float ascent = size * 0.9688f / line_of_inter;
    return std::round(y + (room - size) / 2 + ascent) - std::ceil(ascent);
}

void draw(float x, float y, std::string_view words, ImFont* font, float size, Color color)
{
    if (words.empty()) return;
    canvas().AddText(font, size, {x, y}, to_imgui(color), words.data(), words.data() + words.size());
}

}  // namespace

const Palette& palette() { return context().theme.palette; }
float          alpha() { return context().parts().alpha; }

Color ink_color(Ink ink)
{
    const auto& theme = context().theme;
    switch (ink) {
    case Ink::normal:
    case Ink::inherit: return theme.palette.text;
    case Ink::soft:    return theme.palette.text_soft;
    case Ink::accent:  return theme.tone(Tone::accent).text;
    case Ink::info:    return theme.tone(Tone::info).text;
    case Ink::success: return theme.tone(Tone::success).text;
    case Ink::warning: return theme.tone(Tone::warning).text;
    case Ink::danger:  return theme.tone(Tone::danger).text;
    }
    return theme.palette.text;
}

Color faded(Color color, float share)
{
    const auto a = static_cast<float>(color.rgba & 255u) * std::clamp(share, 0.0f, 1.0f);
    return {(color.rgba & 0xffffff00u) | static_cast<std::uint32_t>(std::lround(a))};
}

ImU32 to_imgui(Color color)
{
    const auto rgba = faded(color, alpha()).rgba;
    return IM_COL32(rgba >> 24 & 255u, rgba >> 16 & 255u, rgba >> 8 & 255u, rgba & 255u);
}

float snap(float position)
{
    const float density = context().density();
    return std::round(position * density) / density;
}

float hairline()
{
    const float density = context().density();
    return std::max(1.0f, std::round(density)) / density;
}

Rect inset(const Rect& rect, float by) { return {rect.x + by, rect.y + by, rect.w - 2 * by, rect.h - 2 * by}; }

Rect intersect(const Rect& a, const Rect& b)
{
    const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::max(0.0f, std::min(a.right(), b.right()) - x),
            std::max(0.0f, std::min(a.bottom(), b.bottom()) - y)};
}

void fill(const Rect& rect, Color color, float rounding)
{
    const float x = snap(rect.x), y = snap(rect.y), right = snap(rect.right()), bottom = snap(rect.bottom());
    canvas().AddRectFilled({x, y}, {right, bottom}, to_imgui(color), std::min({rounding, rect.w / 2, rect.h / 2}));
}

void frame(const Rect& rect, Color color, float rounding, float width)
{
    const float stroke = hairline() * width, half = stroke / 2;
    const float x = snap(rect.x) + half, y = snap(rect.y) + half;
    const float right = snap(rect.right()) - half, bottom = snap(rect.bottom()) - half;
    canvas().PathRect({x, y}, {right, bottom}, std::clamp(rounding - half, 0.0f, std::min(rect.w, rect.h) / 2));
    canvas().PathStroke(to_imgui(color), ImDrawFlags_Closed, stroke);
}

void line_across(float x, float right, float y, Color color)
{
    const float top = snap(y);
    canvas().AddRectFilled({x, top}, {right, top + hairline()}, to_imgui(color));
}

void line_down(float x, float y, float bottom, Color color)
{
    const float left = snap(x);
    canvas().AddRectFilled({left, y}, {left + hairline(), bottom}, to_imgui(color));
}

void disc(float x, float y, float r, Color color) { canvas().AddCircleFilled({x, y}, r, to_imgui(color)); }
void ring(float x, float y, float r, Color color, float width)
{
    canvas().AddCircle({x, y}, r, to_imgui(color), 0, width);
}

void check_mark(const Rect& rect, Color color)
{
    const auto at = [&](float x, float y) { return ImVec2(rect.x + rect.w * x, rect.y + rect.h * y); };
    canvas().PathLineTo(at(0.24f, 0.53f));
    canvas().PathLineTo(at(0.42f, 0.70f));
    canvas().PathLineTo(at(0.77f, 0.32f));
    canvas().PathStroke(to_imgui(color), 0, rect.w * 0.115f);
}

// Draws a few widening frames instead of a blurred texture: popups are small and there is one at a time.
void soft_shadow(const Rect& rect, float rounding)
{
    constexpr int   steps = 8;
    constexpr float reach = 24;
    auto&           list  = canvas();
    list.PushClipRectFullScreen();
    for (int step = steps; step > 0; --step) {
        const float share = static_cast<float>(step) / steps;
        const float out   = reach * share * share - 2;
        const Rect  at{rect.x - out, rect.y - out + 5, rect.w + 2 * out, rect.h + 2 * out};
        list.AddRectFilled({at.x, at.y}, {at.right(), at.bottom()}, to_imgui(faded(palette().shadow, 0.16f)),
                           rounding + std::max(0.0f, out));
    }
    list.PopClipRect();
}

void focus_ring(const Rect& rect, float rounding) { frame(inset(rect, -3), palette().focus, rounding + 3, 2); }

void fill_marked(const Rect& rect, float rounding)
{
    fill(rect, palette().hover, rounding);
    fill({rect.x, rect.y + 4, 3, rect.h - 8}, palette().focus, 1.5f);
}

float imgui_size(float css_px) { return css_px * line_of_inter; }

ImFont* font_of(Type type)
{
    const auto& fonts = context().fonts;
    ImFont*     font  = type_style(type).strong ? fonts.semibold : fonts.regular;
    return font ? font : ImGui::GetFont();
}

float text_width(std::string_view words, Type type)
{
    if (words.empty()) return 0;
    const float size = imgui_size(type_style(type).size);
    return font_of(type)->CalcTextSizeA(size, FLT_MAX, 0, words.data(), words.data() + words.size()).x;
}

float words_at(float x, float y, std::string_view words, Type type, Color color)
{
    const auto  style = type_style(type);
    const float size  = imgui_size(style.size);
    draw(x, top_of_line(y, style.line, size), words, font_of(type), size, color);
    return x + text_width(words, type);
}

float words_in(const Rect& room, std::string_view words, Type type, Color color, Align align)
{
    const auto  style = type_style(type);
    const float size  = imgui_size(style.size);
    const float y     = top_of_line(room.y, room.h, size);
    ImFont*     font  = font_of(type);
    const float width = text_width(words, type);
    if (width <= room.w + 0.5f) {
        const float x = align == Align::start ? room.x
                        : align == Align::end ? room.right() - width
                                              : room.x + (room.w - width) / 2;
        draw(align == Align::start ? x : std::round(x), y, words, font, size, color);
        return x + width;
    }
    const float dots_width = font->CalcTextSizeA(size, FLT_MAX, 0, dots.data(), dots.data() + dots.size()).x;
    if (room.w < dots_width) return room.x;
    auto head = words.substr(0, fitting(words, font, size, room.w - dots_width));
    while (!head.empty() && head.back() == ' ') head.remove_suffix(1);
    draw(room.x, y, head, font, size, color);
    const float x = room.x + text_width(head, type);
    draw(x, y, dots, font, size, color);
    return x + dots_width;
}

std::vector<std::string_view> lines_of(std::string_view words, Type type, float width)
{
    std::vector<std::string_view> lines;
    const float                   size = imgui_size(type_style(type).size);
    ImFont*                       font = font_of(type);
    while (!words.empty()) {
        const auto  newline = words.find('\n');
        const auto  piece   = words.substr(0, newline);
        const char* end     = piece.data() + piece.size();
        const char* cut     = width > 0 && !piece.empty() ? font->CalcWordWrapPosition(size, piece.data(), end, width)
                                                          : end;
        if (cut == piece.data() && !piece.empty()) cut = end;
        auto line = piece.substr(0, static_cast<std::size_t>(cut - piece.data()));
        // ImGui also breaks after a full stop, which is frequent in host names: moves the whole word to the next line,
        // unless it is alone on this one.
        if (cut != end && *cut != ' ' && line.back() != ' ')
            if (const auto blank = line.rfind(' '); blank != std::string_view::npos && blank > 0)
                line = line.substr(0, blank);
        words.remove_prefix(line.size());
        if (cut == end && newline != std::string_view::npos) words.remove_prefix(1);
        else
            while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
        while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
        lines.push_back(line);
    }
    if (lines.empty()) lines.emplace_back();
    return lines;
}

void words_lines(float x, float y, float width, const std::vector<std::string_view>& lines, Type type, Color color,
                 Align align)
{
    const auto style = type_style(type);
    for (const auto line : lines) {
        float at = x;
        if (align != Align::start) {
            const float free = width - text_width(line, type);
            at += std::round(align == Align::center ? free / 2 : free);
        }
        words_at(at, y, line, type, color);
        y += style.line;
    }
}

Icon icon_of(Tone tone)
{
    switch (tone) {
    case Tone::success: return icons::circle_check;
    case Tone::warning: return icons::triangle_alert;
    case Tone::danger:  return icons::circle_alert;
    default:            return icons::info;
    }
}

void icon_at(float center_x, float center_y, Icon icon, float size, Color color)
{
    ImFont* font = context().fonts.icons;
    if (!font || icon.empty()) return;
    draw(std::round(center_x - size / 2), std::round(center_y - size / 2), icon.glyph, font, size, color);
}

}  // namespace ui
