// Guichet's design tokens: colours, spacing, radii, type. Widgets use tokens and never a colour or size of their own.
// tests/ui/contrast_test.cpp checks every text and boundary against WCAG 2.2 AA in both schemes.
#pragma once
#include <cstdint>
#include <string_view>

struct ImFont;

namespace ui {

// 0xRRGGBBAA, as in CSS.
struct Color {
    std::uint32_t rgba                           = 0;
    bool          operator==(const Color&) const = default;
};

enum class Scheme : std::uint8_t { light, dark };

// The meaning of a badge, banner or toast.
enum class Tone : std::uint8_t { neutral, accent, info, success, warning, danger };
inline constexpr int tone_count = 6;

struct ToneColors {
    Color text;   // words and icons of that tone, on any surface and on `soft`
    Color soft;   // the pale fill of a badge or a banner
    Color line;   // its border
    Color solid;  // the strong fill: a dot, a bar, a danger button
    Color on;     // words on `solid`
};

struct Palette {
    Color      background;  // of the page; the canvas is cleared to it
    Color      surface;     // cards, the menu, fields
    Color      raised;      // popups, dialogs, toasts
    Color      hover;       // an item under the pointer, on any of the three
    Color      pressed;
    Color      line;      // between rows and around cards; decorative
    Color      boundary;  // of fields and checkboxes; contrast 3:1
    Color      text;
    Color      text_soft;  // secondary text, contrast 4.5:1
    Color      accent;     // the primary button, the current entry
    Color      accent_hover;
    Color      on_accent;
    Color      focus;  // focus ring, contrast 3:1 on every surface
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

// Font sizes as in CSS (the em), each with its line height.
enum class Type : std::uint8_t { caption, caption_strong, body, strong, title, large, heading, display };

struct TypeStyle {
    float size;
    float line;
    bool  strong;
};
TypeStyle type_style(Type type);

// The app owns the bytes of the fonts, which must outlive the ImGui context.
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
// Requires an ImGui context. Without a font file ImGui's own font is used, and icons are boxes.
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

// Every text gets 7:1 contrast, and every border can be seen.
void raise_contrast(Theme& theme);

// The colours that a system forces on all programs, named as in CSS.
struct SystemColors {
    Color canvas, canvas_text, link_text, button_face, highlight, highlight_text;
};
Theme make_system_theme(const SystemColors& colors, bool large_targets);

// The WCAG contrast ratio, 1 to 21; a translucent `front` is first blended over `back`.
float contrast(Color front, Color back);
Color over(Color front, Color back);
Color mix(Color from, Color to, float share);

}  // namespace ui
