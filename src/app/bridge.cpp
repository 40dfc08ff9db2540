#include "app/bridge.hpp"

namespace app {
namespace {

using Heard = platform::MirrorEvent::Kind;
using Kind  = ui::Event::Kind;

static_assert(int(Heard::press) == int(Kind::press) && int(Heard::focus) == int(Kind::focus) &&
              int(Heard::blur) == int(Kind::blur) && int(Heard::value) == int(Kind::value) &&
              int(Heard::commit) == int(Kind::commit) && int(Heard::key) == int(Kind::key) &&
              int(Heard::show) == int(Kind::show));

std::uint32_t without_alpha(ui::Color color) { return color.rgba >> 8; }

}  // namespace

ui::Event to_event(const platform::MirrorEvent& heard)
{
    return {
        .kind      = static_cast<Kind>(heard.kind),
        .id        = heard.id,
        .owner     = heard.owner,
        .text      = heard.text,
        .caret     = heard.caret,
        .selection = heard.selection,
        .shift     = heard.shift,
        .control   = heard.control,
        .alt       = heard.alt,
        .composing = heard.composing,
    };
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
