#include "app/bridge.hpp"

namespace app {
namespace {

std::uint32_t without_alpha(ui::Color color) { return color.rgba >> 8; }

}  // namespace

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
