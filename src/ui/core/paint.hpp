// Drawing primitives: rectangles, text, icons, lines on whole pixels. Internal to the kit.
#pragma once
#include "base/lines.hpp"
#include "ui/core/context.hpp"
#include "ui/core/icon.hpp"
#include "ui/core/layout.hpp"
#include "ui/core/text.hpp"

#include <imgui.h>

#include <string_view>
#include <vector>

namespace ui {

const Palette& palette();
float          alpha();  // current opacity: below 1 during a transition
Color          ink_color(Ink ink);
Color          faded(Color color, float share);
ImU32          to_imgui(Color color);

// The nearest device-pixel boundary, and the width of a thin line in whole device pixels.
float snap(float position);
float hairline();
Rect  inset(const Rect& rect, float by);
Rect  intersect(const Rect& a, const Rect& b);

void fill(const Rect& rect, Color color, float rounding = 0);
void frame(const Rect& rect, Color color, float rounding = 0, float width = 1);
void line_across(float x, float right, float y, Color color);
void line_down(float x, float y, float bottom, Color color);
void disc(float x, float y, float r, Color color);
void ring(float x, float y, float r, Color color, float width);
void check_mark(const Rect& rect, Color color);
void soft_shadow(const Rect& rect, float rounding);
void focus_ring(const Rect& rect, float rounding);
void fill_marked(const Rect& rect, float rounding);  // the line of a list that Enter would take

// The ImGui font size for a CSS font size: ImGui's includes ascent and descent.
float   imgui_size(float css_px);
float   text_width(std::string_view words, Type type);
ImFont* font_of(Type type);

// Draws one line; `y` is the top of the type's line box. Returns the right end of the text.
float words_at(float x, float y, std::string_view words, Type type, Color color);

// Draws one line centred vertically in `room`, cut with "…" if it does not fit, and then shown whole by a tooltip. Returns
// the right end.
float words_in(const Rect& room, std::string_view words, Type type, Color color, Align align = Align::start);

// Breaks `words` into lines of at most that width; the results are views into `words`.
std::vector<std::string_view> lines_of(std::string_view words, Type type, float width,
                                       base::Breaks breaks = base::Breaks::names);
void words_lines(float x, float y, float width, const std::vector<std::string_view>& lines, Type type, Color color,
                 Align align = Align::start);

// Check boxes; `on` and `hover` are 0 to 1.
void draw_check_box(const Rect& box, float on, float hover, bool off);
void draw_mixed_box(const Rect& box, float hover);  // partly selected
void draw_radio(const Rect& box, float on, float hover, bool off);

Icon icon_of(Tone);  // the icon for success, warning, danger…
void icon_at(float center_x, float center_y, Icon icon, float size, Color color);

}  // namespace ui
