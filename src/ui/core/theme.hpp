// How Guichet looks: colours, spacing, radii, type. Widgets ask for a token and never write a colour or a size
// of their own. tests/ui/contrast_test.cpp holds every text and boundary to WCAG 2.2 AA in both schemes.
#pragma once
#include <cstdint>
#include <string_view>

struct ImFont;

namespace ui {

// 0xRRGGBBAA, so that a token reads as in a style sheet.
struct Color {
    std::uint32_t rgba                           = 0;
    bool          operator==(const Color&) const = default;
};

enum class Scheme : std::uint8_t { light, dark };

// What a badge, banner or toast is about.
enum class Tone : std::uint8_t { neutral, accent, info, success, warning, danger };
inline constexpr int tone_count = 6;

struct ToneColors {
    Color text;   // words and icons of that tone, on any surface and on `soft`
    Color soft;   // the quiet fill of a badge or a banner
    Color line;   // its border
    Color solid;  // the loud fill: a dot, a bar, a danger button
    Color on;     // words on `solid`
};

struct Palette {
    Color      background;  // of the page; the canvas is cleared with it
    Color      surface;     // cards, the menu, fields
    Color      raised;      // popups, dialogs, toasts
    Color      hover;       // under the pointer, on any of the three
    Color      pressed;
    Color      line;      // quiet lines between rows and round cards: decoration, not needed to understand
    Color      boundary;  // of fields, checkboxes: 3:1
    Color      text;
    Color      text_soft;  // second in rank, still 4.5:1
    Color      accent;     // the primary button, the current entry
    Color      accent_hover;
    Color      on_accent;
    Color      focus;  // focus ring, 3:1 on every surface
    Color      scrim;  // behind a dialog
    Color      shadow;
    Color      selection;  // selected text
    ToneColors tones[tone_count];
};

// All lengths in CSS pixels, on a grid of 4.
namespace space {
inline constexpr float xs = 4, s = 8, m = 12, l = 16, xl = 24, xxl = 32, xxxl = 48;
}
namespace radius {
inline constexpr float s = 4, m = 6, l = 10, round = 999;
}

// Sizes as in CSS (the em); line heights too.
enum class Type : std::uint8_t { caption, caption_strong, body, strong, title, large, heading, display };

struct TypeStyle {
    float size;
    float line;
    bool  strong;
};
TypeStyle type_style(Type type);

// Bytes of the fonts are the app's and outlive the ImGui context.
struct FontFiles {
    std::string_view regular;
    std::string_view semibold;
    std::string_view icons;
};
struct Fonts {
    ImFont* regular  = nullptr;
    ImFont* semibold = nullptr;
    ImFont* icons    = nullptr;
};
// Requires an ImGui context. A missing file is replaced by ImGui's own font, and its icons by boxes.
Fonts load_fonts(const FontFiles& files);

struct Theme {
    Scheme  scheme        = Scheme::light;
    float   control       = 36;  // height of a button or field; 44 with large targets
    float   row           = 44;  // height of a table row
    bool    large_targets = false;
    Palette palette;

    const ToneColors& tone(Tone tone) const { return palette.tones[static_cast<int>(tone)]; }
};
Theme make_theme(Scheme scheme, bool large_targets = false);

// WCAG's ratio, 1 to 21; a translucent `front` is laid over `back` first.
float contrast(Color front, Color back);
Color over(Color front, Color back);
Color mix(Color from, Color to, float share);

}  // namespace ui
