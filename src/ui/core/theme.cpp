#include "ui/core/theme.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace ui {
namespace {

constexpr Palette light = {
    .background   = {0xffffffff},
    .surface      = {0xf7f8faff},
    .raised       = {0xffffffff},
    .hover        = {0xf2f4f7ff},
    .pressed      = {0xe8ebf0ff},
    .line         = {0xe6e9eeff},
    .boundary     = {0x87909fff},
    .text         = {0x12161cff},
    .text_soft    = {0x556070ff},
    .accent       = {0x4549d6ff},
    .accent_hover = {0x383bbbff},
    .on_accent    = {0xffffffff},
    .focus        = {0x4549d6ff},
    .scrim        = {0x0d111a73},
    .shadow       = {0x0d111a1a},
    .selection    = {0xcfd2fbff},
    .tones =
        {
            {{0x485263ff}, {0xeff1f5ff}, {0xdde1e8ff}, {0x667184ff}, {0xffffffff}},
            {{0x3c40c6ff}, {0xeeeffdff}, {0xd6d8faff}, {0x4549d6ff}, {0xffffffff}},
            {{0x12609fff}, {0xe9f3fcff}, {0xc7e0f6ff}, {0x1a70b8ff}, {0xffffffff}},
            {{0x126b3aff}, {0xe7f6ecff}, {0xbfe5ccff}, {0x177d45ff}, {0xffffffff}},
            {{0x874a00ff}, {0xfef4e2ff}, {0xf6dfb4ff}, {0xa85a08ff}, {0xffffffff}},
            {{0xb1241cff}, {0xfdeeecff}, {0xf6cbc7ff}, {0xc4302bff}, {0xffffffff}},
        },
};

constexpr Palette dark = {
    .background   = {0x0e1116ff},
    .surface      = {0x12161cff},
    .raised       = {0x191e26ff},
    .hover        = {0x1c222bff},
    .pressed      = {0x252c37ff},
    .line         = {0x252b35ff},
    .boundary     = {0x6b7789ff},
    .text         = {0xe9ecf1ff},
    .text_soft    = {0x9ca6b5ff},
    .accent       = {0x5a60e6ff},
    .accent_hover = {0x4a50d4ff},
    .on_accent    = {0xffffffff},
    .focus        = {0x8f95ffff},
    .scrim        = {0x04060a99},
    .shadow       = {0x00000059},
    .selection    = {0x3a3f8fff},
    .tones =
        {
            {{0xb3bcc9ff}, {0x222933ff}, {0x333c49ff}, {0x8792a3ff}, {0x0e1116ff}},
            {{0xa9aeffff}, {0x20233fff}, {0x353a6bff}, {0x5a60e6ff}, {0xffffffff}},
            {{0x7fbdf5ff}, {0x13263aff}, {0x21415fff}, {0x4f9fe4ff}, {0x0e1116ff}},
            {{0x6bcb92ff}, {0x11291dff}, {0x1e4732ff}, {0x3fae70ff}, {0x0e1116ff}},
            {{0xecb25bff}, {0x2d2110ff}, {0x4d391bff}, {0xd8922fff}, {0x0e1116ff}},
            {{0xff9a92ff}, {0x351a1aff}, {0x5a2a29ff}, {0xd1433cff}, {0xffffffff}},
        },
};

float channel(std::uint32_t rgba, int shift)
{
    const float value = static_cast<float>(rgba >> shift & 255u) / 255.0f;
    return value <= 0.04045f ? value / 12.92f : std::pow((value + 0.055f) / 1.055f, 2.4f);
}

float luminance(Color color)
{
    return 0.2126f * channel(color.rgba, 24) + 0.7152f * channel(color.rgba, 16) + 0.0722f * channel(color.rgba, 8);
}

constexpr TypeStyle styles[] = {
    {12, 16, false},  // caption
    {12, 16, true},   // caption_strong
    {14, 20, false},  // body
    {14, 20, true},   // strong
    {16, 24, true},   // title
    {18, 26, true},   // large
    {24, 32, true},   // heading
    {30, 36, true},   // display
};

}  // namespace

TypeStyle type_style(Type type) { return styles[static_cast<int>(type)]; }

Theme make_theme(Scheme scheme, bool large_targets)
{
    Theme theme;
    theme.scheme        = scheme;
    theme.large_targets = large_targets;
    theme.control       = large_targets ? 44 : 36;
    theme.row           = large_targets ? 52 : 44;
    theme.palette       = scheme == Scheme::light ? light : dark;
    return theme;
}

void raise_contrast(Theme& theme)
{
    auto&       p   = theme.palette;
    const Color ink = contrast({0xffffffff}, p.background) > contrast({0x000000ff}, p.background) ? Color{0xffffffff}
                                                                                                  : Color{0x000000ff};
    // The colour nearest to `from` that has the contrast with all of these.
    const auto raised = [&](Color from, float least, std::initializer_list<Color> grounds) {
        for (float share = 0; share < 1; share += 0.05f) {
            const auto color = mix(from, ink, share);
            if (std::ranges::all_of(grounds, [&](Color ground) { return contrast(color, ground) >= least; }))
                return color;
        }
        return ink;
    };
    p.text      = ink;
    p.text_soft = raised(p.text_soft, 7, {p.background, p.surface, p.raised, p.hover, p.pressed});
    p.boundary  = raised(p.boundary, 4.5f, {p.background, p.surface, p.raised});
    p.focus     = raised(p.focus, 4.5f, {p.background, p.surface, p.raised});
    p.line      = p.boundary;
    for (auto& tone : p.tones) {
        tone.text = raised(tone.text, 7, {p.background, p.surface, p.raised, p.hover, p.pressed, tone.soft});
        tone.line = tone.solid = tone.text;
        tone.on                = p.background;
    }
    p.accent       = theme.tone(Tone::accent).solid;
    p.accent_hover = mix(p.accent, ink, 0.3f);
    p.on_accent    = p.background;
}

Theme make_system_theme(const SystemColors& colors, bool large_targets)
{
    const bool is_dark = contrast({0xffffffff}, colors.canvas) > contrast({0x000000ff}, colors.canvas);
    auto       theme   = make_theme(is_dark ? Scheme::dark : Scheme::light, large_targets);
    auto&      p       = theme.palette;
    const auto canvas  = colors.canvas;
    const auto text    = colors.canvas_text;
    p.background = p.surface = p.raised = canvas;
    p.hover = p.pressed = colors.button_face;
    p.line = p.boundary = p.text = p.text_soft = text;
    p.accent = p.accent_hover = p.focus = p.selection = colors.highlight;
    p.on_accent                                       = colors.highlight_text;
    for (auto& tone : p.tones) tone = {text, canvas, text, text, canvas};
    p.tones[static_cast<int>(Tone::accent)] = {colors.link_text, canvas, text, colors.highlight, colors.highlight_text};
    return theme;
}

Color mix(Color from, Color to, float share)
{
    share               = std::clamp(share, 0.0f, 1.0f);
    std::uint32_t mixed = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        const float a = static_cast<float>(from.rgba >> shift & 255u), b = static_cast<float>(to.rgba >> shift & 255u);
        mixed |= static_cast<std::uint32_t>(std::lround(a + (b - a) * share)) << shift;
    }
    return {mixed};
}

Color over(Color front, Color back)
{
    const auto alpha = static_cast<float>(front.rgba & 255u) / 255.0f;
    return {mix({back.rgba | 255u}, {front.rgba | 255u}, alpha).rgba | 255u};
}

float contrast(Color front, Color back)
{
    const float a = luminance(over(front, back)), b = luminance(back);
    return (std::max(a, b) + 0.05f) / (std::min(a, b) + 0.05f);
}

}  // namespace ui
