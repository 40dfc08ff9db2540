#include "ui/core/overlay.hpp"

#include "ui/core/parts.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cstdio>

namespace ui {
namespace {

constexpr auto flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                       ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                       ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoScrollWithMouse |
                       ImGuiWindowFlags_NoNav;

// An overlay that appears this long after a press may have been opened by it.
constexpr double opens_within_s = 1;
constexpr auto   behind_it = "behind", itself = "over";

struct Name {
    Name(const char* kind, std::uint32_t id) { std::snprintf(words, sizeof words, "%s%08x", kind, id); }
    char words[32];
};

void begin_window(const char* kind, std::uint32_t id, const Rect& rect, ImGuiWindowFlags more)
{
    ImGui::SetNextWindowPos({rect.x, rect.y});
    ImGui::SetNextWindowSize({rect.w, rect.h});
    ImGui::Begin(Name(kind, id).words, nullptr, flags | more);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
}

}  // namespace

Overlay::Overlay(std::uint32_t id, const OverlayStyle& style)
{
    auto& ui    = context();
    auto& parts = ui.parts();
    ++parts.overlays;
    if (style.over_toasts) parts.over_toasts.push_back(id);
    alpha_        = parts.alpha;
    ready_at_     = parts.ready_at;
    press_before_ = parts.press_before;
    note_appearance(id, style);
    if (style.catches) {
        const Rect all{0, 0, ui.width(), ui.height()};
        begin_window(behind_it, id, all, 0);
        if (style.scrim > 0) fill(all, faded(palette().scrim, style.scrim));
        outside_ = ImGui::IsWindowHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
        ImGui::End();
    }
    begin_window(itself, id, style.rect, style.inputs ? 0 : ImGuiWindowFlags_NoInputs);
    parts.alpha = alpha_ * style.alpha;
    if (style.shadow) soft_shadow(style.rect, style.rounding);
    if (style.filled) {
        fill(style.rect, palette().raised, style.rounding);
        if (style.rounding > 0) frame(style.rect, palette().line, style.rounding);
    }
    Flow flow;
    flow.left = flow.x = flow.right = style.rect.x;
    flow.top = flow.y = flow.bottom = style.rect.y;
    flow.width                      = style.rect.w;
    parts.flows.push_back(flow);
}

void raise_lists()
{
    for (const auto id : context().parts().over_toasts)
        for (const auto* kind : {behind_it, itself})
            ImGui::BringWindowToDisplayFront(ImGui::FindWindowByName(Name(kind, id).words));
}

Overlay::~Overlay()
{
    auto& parts = context().parts();
    parts.flows.pop_back();
    parts.alpha        = alpha_;
    parts.ready_at     = ready_at_;
    parts.press_before = press_before_;
    ImGui::End();
}

void Overlay::note_appearance(std::uint32_t id, const OverlayStyle& style)
{
    if (!style.catches) return;
    auto&       ui    = context();
    auto&       parts = ui.parts();
    const auto& io    = ImGui::GetIO();
    const auto  now   = ImGui::GetTime();
    auto        known = std::ranges::find(parts.appeared, id, &Appeared::id);
    if (known == parts.appeared.end()) {
        known = parts.appeared.insert(known, {.id = id, .since = now, .press = {}, .frame = 0});
        if (now - io.MouseClickedTime[0] < opens_within_s)
            known->press = Spot{io.MouseClickedPos[0].x, io.MouseClickedPos[0].y};
    }
    known->frame       = parts.frame;
    parts.ready_at     = known->since + style.ready_after_ms / 1000;
    parts.press_before = known->press;
    // The screen is not at rest before it can be used.
    if (now < parts.ready_at) ui.animate();
}

}  // namespace ui
