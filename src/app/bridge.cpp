#include "app/bridge.hpp"

namespace app {
namespace {

std::uint32_t without_alpha(ui::Color color) { return color.rgba >> 8; }
ui::Color     opaque(std::uint32_t rgb) { return {rgb << 8 | 0xffu}; }

ui::Theme forced_theme(const platform::SystemColors& from, bool large_targets)
{
    return ui::make_system_theme({.canvas         = opaque(from.canvas),
                                  .canvas_text    = opaque(from.canvas_text),
                                  .link_text      = opaque(from.link_text),
                                  .button_face    = opaque(from.button_face),
                                  .highlight      = opaque(from.highlight),
                                  .highlight_text = opaque(from.highlight_text)},
                                 large_targets);
}

}  // namespace

ui::Theme theme_for(const platform::Appearance& wanted, ThemeChoice choice)
{
    if (wanted.forced_colors) return forced_theme(*wanted.forced_colors, wanted.coarse_pointer);
    auto theme = ui::make_theme(scheme(choice, wanted.dark), wanted.coarse_pointer);
    if (wanted.more_contrast) ui::raise_contrast(theme);
    return theme;
}

platform::Theme to_page(const ui::Theme& theme)
{
    const auto& palette = theme.palette;
    return {
        .dark       = theme.scheme == ui::Scheme::dark,
        .background = without_alpha(palette.background),
        .text       = without_alpha(palette.text),
        .hint       = without_alpha(palette.text_soft),
        .selection  = without_alpha(palette.selection),
        .accent     = without_alpha(palette.accent),
    };
}

}  // namespace app
