#include "ui/controls/dialog.hpp"

#include "ui/controls/feedback.hpp"
#include "ui/core/item.hpp"
#include "ui/core/overlay.hpp"
#include "ui/core/parts.hpp"
#include "ui/core/toasts.hpp"
#include "ui/icons.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ui {
namespace {

// Under this number a dialog notes that its buttons have changed places.
constexpr int turned_id = 7;

constexpr float footer_inset = 16, body_inset = 8;
constexpr float low_screen = 480;  // px of height; below, title and buttons scroll with the content

// How far beside the verb a finger may come down and still be meant for it; also what the dialog moves while it appears.
constexpr float under_the_finger = 32;

}  // namespace

struct DialogScope::Window {
    Rect                      rect;
    float                     inset  = 24;
    float                     head   = 0;
    float                     foot   = 68;  // height of the footer
    float                     top    = 0;   // of the title
    bool                      footer = false, stacked = false, low = false;
    float                     alpha = 1;
    std::optional<Overlay>    overlay;
    std::optional<ScrollArea> area;
    std::optional<Row>        row;
    std::optional<IdScope>    scope;
};

DialogScope::DialogScope(Dialog& dialog, Label title, DialogStyle style) : dialog_(dialog), close_(style.close)
{
    if (!dialog.open) return;
    auto& ui = context();
    drawing_ = true;
    id_      = id_below(id_of(title), 0xd1);
    window_  = std::make_unique<Window>();

    // 1. Size: as high as its content, at most as high as the screen; on phones the whole screen.
    auto&      window      = *window_;
    const bool sheet       = ui.breakpoint() == Breakpoint::phone;
    const auto hint        = style.hint.words();
    window.inset           = sheet ? 16 : 24;
    const float width      = sheet ? ui.width() : std::min(style.width, ui.width() - 32);
    const float words      = width - 2 * window.inset - 40 - (style.icon.empty() ? 0 : 52);
    const auto  names      = lines_of(title.words(), Type::large, words);
    const auto  hints      = hint.empty() ? std::vector<std::string_view>{} : lines_of(hint, Type::body, words);
    const float title_high = 26 * static_cast<float>(names.size()) +
                             (hints.empty() ? 0 : 4 + 20 * static_cast<float>(hints.size()));
    window.head            = 20 + std::max(title_high, style.icon.empty() ? 0.0f : 40.0f) + 12;
    // Buttons that do not fit side by side are stacked.
    const float buttons = measured(id_below(id_, 6)).value_or(0);
    window.stacked      = sheet && buttons > width - 2 * window.inset;
    window.foot         = 2 * footer_inset + (window.stacked ? 2 * ui.theme.control + 8 : ui.theme.control);
    const auto  body    = measured(id_below(id_, 2));
    const float wanted  = window.head + body.value_or(200) + window.foot;
    const float height  = sheet ? ui.height() : std::min(wanted, ui.height() - 48);
    const float come    = ui.ease(id_below(id_, 1), body.has_value(), 150, true);
    window.rect         = {std::round((ui.width() - width) / 2),
                           std::round((ui.height() - height) * (sheet ? 0.5f : 0.42f) + (1 - come) * 10), width,
                           std::round(height)};
    if (sheet) window.rect.y = std::round((1 - come) * 24);
    if (!body) ui.animate();

    // 2. The window and its node; everything else becomes unreachable.
    window.overlay.emplace(id_, OverlayStyle{.rect     = window.rect,
                                             .rounding = sheet ? 0.0f : 14.0f,
                                             .scrim    = sheet ? 0 : come,
                                             .shadow   = !sheet,
                                             .alpha    = come});
    window.scope.emplace(id_);
    Node node{.id          = id_,
              .role        = style.alert ? Role::alertdialog : Role::dialog,
              .name        = title.words(),
              .description = hint,
              .state       = state::modal,
              .keys        = keys::escape};
    enter_node(window.rect, node);
    while (const auto* key = ui.next_key(id_))
        if (key->text == "Escape") closing_ = true;

    // 3. The title and the cross.
    const auto& r = window.rect;
    float       x = r.x + window.inset;
    window.top    = r.y;
    window.low    = ui.height() < low_screen;
    if (window.low) {
        window.area.emplace(id_, r, window.inset, 0);
        window.top = ui.flow().top;
    }
    if (!style.icon.empty()) {
        const auto& tone = ui.theme.tone(style.tone == Tone::neutral ? Tone::accent : style.tone);
        const Rect  box{x, window.top + 20, 40, 40};
        fill(box, tone.soft, radius::l);
        icon_at(box.x + 20, box.y + 20, style.icon, 20, tone.text);
        x += 52;
    }
    const float top = window.top + 20 + (style.icon.empty() ? 0 : std::max(0.0f, (40 - title_high) / 2));
    words_lines(x, top, words, names, Type::large, palette().text);
    Node heading{.id = id_below(id_, 3), .role = Role::heading, .name = title.words(), .level = 2};
    text_at(heading, Type::large, 0);
    say_node({x, top, words, 26 * static_cast<float>(names.size())}, heading);
    if (!hints.empty()) {
        const Rect below{x, top + 26 * static_cast<float>(names.size()) + 4, words,
                         20 * static_cast<float>(hints.size())};
        words_lines(below.x, below.y, below.w, hints, Type::body, palette().text_soft);
        Node said{.id = id_below(id_, 4), .role = Role::text, .name = hint};
        text_at(said, Type::body, 0);
        say_node(below, said);
    }

    // 4. The body.
    if (window.low) ui.flow().y = ui.flow().bottom = window.top + window.head + body_inset;
    else
        window.area.emplace(id_, Rect{r.x, r.y + window.head, r.w, r.h - window.head - window.foot}, window.inset,
                            body_inset);
    ui.flow().gap = 20;
}

void DialogScope::footer()
{
    if (!drawing_ || window_->footer) return;
    auto&       ui      = context();
    auto&       window  = *window_;
    const float begin   = window.low ? window.top + window.head + body_inset : ui.flow().top;
    const float content = ui.flow().bottom - begin + 2 * body_inset;
    window.footer       = true;
    if (!window.low) window.area.reset();
    measure(id_below(id_, 2), std::ceil(content));
    const auto& r   = window.rect;
    const float top = window.low ? begin + content - body_inset : r.bottom() - window.foot;
    keep_toasts_above(ToastFloor::dialog, {r.x, top, r.w, window.foot});
    if (!window.low && content > r.h - window.head - window.foot + 0.5f)
        line_across(r.x, r.right(), top, palette().line);
    Flow flow;
    flow.left = flow.x = flow.right = r.x + window.inset;
    flow.width                      = r.w - 2 * window.inset;
    flow.y = flow.top = flow.bottom = top + footer_inset;
    flow.gap                        = 8;
    ui.parts().flows.push_back(flow);
    ui.parts().footer_buttons = 0;
    ui.parts().wide_buttons   = window.stacked;
    const auto from           = measured(id_below(id_, turned_id)) ? Align::start : Align::end;
    if (!window.stacked) window.row.emplace(RowStyle{.wrap = false, .align = from});
}

bool DialogScope::buttons(Label verb, Kind kind, std::string_view why_not)
{
    auto&      ui      = context();
    const auto noted   = id_below(id_, turned_id);
    const bool turned  = measured(noted).has_value();
    bool       pressed = false, under = false;
    const auto draw_close = [&] {
        if (button(close_.empty() ? Label("ui.cancel") : close_)) close();
    };
    const auto draw_verb = [&] {
        pressed = button(verb, {.kind = kind, .why_not = why_not});
        // No press counts yet while the dialog is placed, see OverlayStyle::ready_after_ms.
        const auto& before = ui.parts().press_before;
        under              = before && inset(ui.parts().last_rect, -under_the_finger).holds(before->x, before->y);
    };
    footer();
    if (turned) {
        draw_verb();
        if (window_->row) window_->row->push_right();
        draw_close();
    } else {
        draw_close();
        draw_verb();
        if (under) ui.animate();
    }
    if (turned || under) measure(noted, 1);
    return pressed;
}

void DialogScope::close() { closing_ = true; }

DialogScope::~DialogScope()
{
    if (!drawing_) return;
    auto& ui     = context();
    auto& window = *window_;
    footer();
    window.row.reset();
    const float end = ui.flow().top - footer_inset + window.foot;
    ui.parts().flows.pop_back();
    if (window.low) ui.flow().bottom = end;
    ui.parts().wide_buttons = false;
    measure(id_below(id_, 6), ui.parts().footer_buttons - 8);

    // The cross is last in reading order, so that the first field gets the focus.
    const Rect cross{window.rect.right() - window.inset - 26, window.top + 15, 36, 36};
    const auto hit = item(cross, {.id = id_below(id_, 5), .role = Role::button, .name = say("ui.close")});
    if (hit.hover > 0) fill(cross, faded(palette().hover, hit.hover), radius::m);
    icon_at(cross.x + 18, cross.y + 18, icons::x, 18, palette().text_soft);
    if (hit.ring) focus_ring(inset(cross, 3), radius::m);
    if (hit.pressed) closing_ = true;

    window.area.reset();
    ui.semantics().leave();
    window.scope.reset();
    window.overlay.reset();
    if (closing_) {
        dialog_.open = dialog_.touched = false;
        ui.animate();
    }
}

bool confirm(Dialog& dialog, Label title, Label words, Label verb, Kind kind, Label close)
{
    const bool  danger = kind == Kind::danger;
    DialogScope scope(dialog, title,
                      {.width = 440,
                       .icon  = danger ? icons::triangle_alert : icons::info,
                       .tone  = danger ? Tone::danger : Tone::accent,
                       .alert = true,
                       .close = close});
    if (!scope) return false;
    soft(words);
    const bool given = scope.buttons(verb, kind);
    if (given) scope.close();
    return given;
}

}  // namespace ui
