#include "ui/core/paint.hpp"

#include "base/runs.hpp"
#include "ui/core/overlay.hpp"
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

float ascent_of(float size) { return size * 0.9688f / line_of_inter; }

// The y to pass to ImGui so that the letters are centred in `room` px from `y` on and the baseline is on a whole pixel.
// ImGui rounds the ascent up, which this corrects.
float top_of_line(float y, float room, float size)
{
    const float ascent = ascent_of(size);
    return std::round(y + (room - size) / 2 + ascent) - std::ceil(ascent);
}

void draw(float x, float y, std::string_view words, ImFont* font, float size, Color color)
{
    if (words.empty()) return;
    canvas().AddText(font, size, {x, y}, to_imgui(color), words.data(), words.data() + words.size());
}

float shipped_width(std::string_view words, Type type)
{
    const float size = imgui_size(type_style(type).size);
    return font_of(type)->CalcTextSizeA(size, FLT_MAX, 0, words.data(), words.data() + words.size()).x;
}

// Without a text engine ImGui shows a question mark for what its font lacks.
bool is_shipped(std::string_view words) { return !context().engine.width || base::all_shipped(words); }

float width_of_runs(std::string_view words, Type type)
{
    float width = 0;
    while (!words.empty()) {
        const auto run = base::first_run(words);
        width += run.foreign ? context().parts().pictures.width(run.words, type) : shipped_width(run.words, type);
        words.remove_prefix(run.words.size());
    }
    return width;
}

// `y` is what ImGui takes for the top of the line.
void draw_runs(float x, float y, std::string_view words, Type type, Color color)
{
    const float size      = imgui_size(type_style(type).size);
    const float base_line = y + std::ceil(ascent_of(size));
    while (!words.empty()) {
        const auto run = base::first_run(words);
        if (run.foreign) context().parts().pictures.draw(x, base_line, run.words, type, color);
        else draw(x, y, run.words, font_of(type), size, color);
        x += text_width(run.words, type);
        words.remove_prefix(run.words.size());
    }
}

void draw_words(float x, float y, std::string_view words, Type type, Color color)
{
    if (is_shipped(words)) draw(x, y, words, font_of(type), imgui_size(type_style(type).size), color);
    else draw_runs(x, y, words, type, color);
}

class TypeRuler final : public base::Ruler {
public:
    explicit TypeRuler(Type type) : type_(type) {}
    float width(std::string_view words) const override { return text_width(words, type_); }

private:
    Type type_;
};

// Draws what fits of words that are too wide. Returns the right end.
float draw_cut(const Rect& room, float y, std::string_view words, Type type, Color color)
{
    const float dots_width = text_width(dots, type);
    if (room.w < dots_width) return room.x;
    const auto [head, tail] = base::cut(words, room.w - dots_width, TypeRuler(type));
    float x                 = room.x;
    for (const auto part : {head, dots, tail}) {
        draw_words(x, y, part, type, color);
        x += text_width(part, type);
    }
    return x;
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
    return is_shipped(words) ? shipped_width(words, type) : width_of_runs(words, type);
}

float words_at(float x, float y, std::string_view words, Type type, Color color)
{
    const auto style = type_style(type);
    draw_words(x, top_of_line(y, style.line, imgui_size(style.size)), words, type, color);
    return x + text_width(words, type);
}

float words_in(const Rect& room, std::string_view words, Type type, Color color, Align align)
{
    const float y     = top_of_line(room.y, room.h, imgui_size(type_style(type).size));
    const float width = text_width(words, type);
    if (width > room.w + 0.5f) {
        tell_whole(room, words);
        return draw_cut(room, y, words, type, color);
    }
    const float x = align == Align::start ? room.x
                    : align == Align::end ? room.right() - width
                                          : room.x + (room.w - width) / 2;
    draw_words(align == Align::start ? x : std::round(x), y, words, type, color);
    return x + width;
}

std::vector<std::string_view> lines_of(std::string_view words, Type type, float width, base::Breaks breaks)
{
    return base::lines_of(words, width, TypeRuler(type), breaks);
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
