#include "ui/core/toasts.hpp"

#include "ui/core/item.hpp"
#include "ui/core/overlay.hpp"
#include "ui/core/parts.hpp"
#include "ui/icons.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float         wide_toast = 380;
constexpr float         stays_ms = 6000, stays_with_button_ms = 30'000;
constexpr float         late_ms  = 2000;  // timers of a visible page are never later than this
constexpr std::uint32_t floor_id = 0xf1004;

std::uint32_t id_of(ToastFloor floor) { return id_below(floor_id, static_cast<int>(floor)); }

bool  leaves_by_itself(const Toast& toast) { return toast.tone != Tone::danger; }
float stay_of(const Toast& toast) { return toast.press ? stays_with_button_ms : stays_ms; }

// Adds up the time in which the toast could be read: not before its first frame, nor while the pointer is on it, nor
// while the page is in the background (seen from a frame that comes much later than its timer).
void count_time(Toast& toast, bool pointed_at)
{
    const float ms = context().since_last_ms();
    if (toast.counts && toast.shown_ms + ms < stay_of(toast) + late_ms) toast.shown_ms += ms;
    toast.counts = !pointed_at;
}

// Draws one toast with its lower edge at `bottom`; true when the customer has closed it.
bool draw(Toast& toast, float bottom, float& height)
{
    auto&       ui          = context();
    const auto  id          = id_below(0x70a57, toast.number);
    const bool  phone       = ui.breakpoint() == Breakpoint::phone;
    const float width       = phone ? ui.width() - 24 : wide_toast;
    const float words_width = width - 44 - 44;
    const auto  lines       = lines_of(toast.words, Type::body, words_width);
    const bool  acts        = !toast.action.empty();
    height                  = 20 * static_cast<float>(lines.size()) + 28 + (acts ? 26 : 0);
    const float come        = ui.ease(id_below(id, 1), true, 160, true);
    const Rect rect{phone ? 12 : ui.width() - width - 20, std::round(bottom - height + (1 - come) * 12), width, height};

    Overlay     overlay(id, {.rect = rect, .rounding = radius::l, .catches = false, .alpha = come});
    const auto& tone = ui.theme.tone(toast.tone);
    icon_at(rect.x + 24, rect.y + 24, icon_of(toast.tone), 18, tone.text);
    words_lines(rect.x + 44, rect.y + 14, words_width, lines, Type::body, palette().text);

    // A landmark of its own, since it is drawn over any page.
    enter_node(rect, {.id = id_below(id, 4), .role = Role::region, .name = toast.words});
    Node said{.id = id, .role = Role::status, .name = toast.words};
    text_at(said, Type::body, 44, 14);
    say_node(rect, said);
    bool closed = false;
    if (acts) {
        const Rect link{rect.x + 44, rect.bottom() - 38, std::ceil(text_width(toast.action, Type::strong)), 24};
        const auto hit = item(link, {.id   = id_below(id, 2),
                                     .role = toast.press ? Role::button : Role::link,
                                     .name = toast.action,
                                     .href = toast.href});
        words_in(link, toast.action, Type::strong, ui.theme.tone(Tone::accent).text);
        if (hit.ring) focus_ring(link, radius::s);
        if (hit.pressed) {
            if (toast.press) toast.press();
            else ui.follow(toast.href);
            closed = !toast.press;
        }
    }
    const Rect cross{rect.right() - 40, rect.y + 8, 32, 32};
    const auto hit = item(cross, {.id = id_below(id, 3), .role = Role::button, .name = say("ui.close")});
    if (hit.hover > 0) fill(cross, faded(palette().hover, hit.hover), radius::m);
    icon_at(cross.x + 16, cross.y + 16, icons::x, 16, palette().text_soft);
    if (hit.ring) focus_ring(cross, radius::m);

    ui.semantics().leave();

    const auto& mouse = ImGui::GetIO().MousePos;
    count_time(toast, rect.holds(mouse.x, mouse.y));
    return closed || hit.pressed;
}

}  // namespace

void draw_toasts()
{
    auto& ui     = context();
    auto& toasts = ui.parts().toasts;
    if (toasts.empty()) return;
    // No flow is open here; ids come from the number of the toast.
    ImGui::PushID("toasts");
    const float margin = ui.breakpoint() == Breakpoint::phone ? 12 : 20;
    float       bottom = ui.height();
    for (const auto floor : {ToastFloor::bar, ToastFloor::dialog})
        bottom = std::min(bottom, measured(id_of(floor)).value_or(bottom));
    bottom -= margin;
    for (auto at = toasts.size(); at-- > 0;) {
        float      height = 0;
        const bool closed = draw(toasts[at], bottom, height);
        bottom -= height + 10;
        if (closed || (leaves_by_itself(toasts[at]) && toasts[at].shown_ms > stay_of(toasts[at]))) {
            toasts.erase(toasts.begin() + static_cast<std::ptrdiff_t>(at));
            ui.animate();
        }
    }
    ImGui::PopID();
    raise_lists();
}

void keep_toasts_above(ToastFloor floor, const Rect& what)
{
    // What is higher up, or further left, does not collide with toasts.
    const auto& ui = context();
    if (what.bottom() > ui.height() * 0.6f && (is_phone() || what.right() > ui.width() - wide_toast - 2 * 20))
        measure(id_of(floor), what.y);
}

float toasts_leave_in_ms(const Context::Parts& parts)
{
    float soonest = -1;
    for (const auto& toast : parts.toasts)
        if (leaves_by_itself(toast) && toast.counts) {
            const float left = std::max(50.0f, stay_of(toast) + 50 - toast.shown_ms);
            soonest          = soonest < 0 ? left : std::min(soonest, left);
        }
    return soonest;
}

}  // namespace ui
