#include "ui/core/scroll.hpp"

#include "ui/core/item.hpp"
#include "ui/core/parts.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float bar_width = 10;

float step_px() { return 5 * ImGui::GetStyle().FontSizeBase * ImGui::GetStyle().FontScaleMain; }

}  // namespace

ScrollMemory& scroll_memory(std::uint32_t id) { return context().parts().scrolls[id]; }

float take_wheel(const Rect& view)
{
    auto&       parts = context().parts();
    const auto& io    = ImGui::GetIO();
    if (parts.wheel_taken || io.MouseWheel == 0 || !view.holds(io.MousePos.x, io.MousePos.y)) return 0;
    const auto* hovered = ImGui::GetCurrentContext()->HoveredWindow;
    if (!hovered || hovered->RootWindow != ImGui::GetCurrentWindow()->RootWindow) return 0;
    parts.wheel_taken = true;
    return -io.MouseWheel * step_px();
}

double scrollbar(std::uint32_t id, const Rect& view, double at, double size, double total)
{
    if (total <= size || view.h < 24) return -1;
    auto&       memory = scroll_memory(id);
    const auto  bar_id = id_below(id, 0x5c);
    const Rect  track{view.right() - bar_width, view.y, bar_width, view.h};
    const float thumb_h = std::max(32.0f, static_cast<float>(track.h * size / total));
    const float room    = track.h - thumb_h;
    const float thumb_y = track.y + room * static_cast<float>(at / (total - size));

    const ImRect box({track.x, track.y}, {track.right(), track.bottom()});
    bool         hovered = false, held = false;
    if (ImGui::ItemAdd(box, bar_id, nullptr, ImGuiItemFlags_NoNav)) {
        context().parts().silent.push_back(bar_id);
        ImGui::ButtonBehavior(box, bar_id, &hovered, &held,
                              ImGuiButtonFlags_NoNavFocus | ImGuiButtonFlags_PressedOnClick);
    }
    double      wanted = -1;
    const float mouse  = ImGui::GetIO().MousePos.y;
    if (held) {
        if (!memory.dragged)
            memory.grip = mouse >= thumb_y && mouse < thumb_y + thumb_h ? mouse - thumb_y : thumb_h / 2;
        memory.dragged      = true;
        const auto at_thumb = static_cast<double>(mouse - memory.grip - track.y);
        wanted              = room > 0 ? std::clamp(at_thumb / room, 0.0, 1.0) * (total - size) : 0;
    } else memory.dragged = false;

    const float thick = (is_phone() ? 4.0f : 6.0f) + 2 * context().ease(bar_id, hovered || held, 120);
    const Rect  thumb{track.right() - thick - 2, thumb_y + 2, thick, thumb_h - 4};
    fill(thumb, faded(palette().boundary, held ? 0.9f : hovered ? 0.75f : 0.45f), thick / 2);
    return wanted;
}

ScrollArea::ScrollArea(std::uint32_t id, const Rect& view, float inset_x, float inset_y, float max_width)
    : id_(id), view_(view), inset_y_(inset_y)
{
    auto& memory = scroll_memory(id);
    auto& parts  = context().parts();
    if (memory.frame != parts.frame - 1) memory.offset = 0;
    memory.frame  = parts.frame;
    memory.view   = view;
    memory.offset = std::clamp(memory.offset, 0.0f, std::max(0.0f, memory.content - view.h));

    ImGui::PushClipRect({view.x, view.y}, {view.right(), view.bottom()}, true);
    Flow flow;
    flow.left  = view.x + inset_x;
    flow.width = view.w - 2 * inset_x;
    if (max_width > 0 && flow.width > max_width) {
        flow.left += std::floor((flow.width - max_width) / 2);
        flow.width = max_width;
    }
    flow.x = flow.right = flow.left;
    flow.y = flow.top = flow.bottom = snap(view.y + inset_y - memory.offset);
    parts.flows.push_back(flow);
    parts.scrolling.push_back(id);
}

ScrollArea::~ScrollArea()
{
    auto& parts    = context().parts();
    auto& memory   = scroll_memory(id_);
    memory.content = parts.flows.back().bottom - parts.flows.back().top + 2 * inset_y_;
    parts.flows.pop_back();
    parts.scrolling.pop_back();

    const float most = std::max(0.0f, memory.content - view_.h);
    if (const float by = most > 0 ? take_wheel(view_) : 0; by != 0) {
        memory.offset += by;
        context().animate();
    }
    // Scrolls to an item that got the focus out of view.
    if (const auto shown = parts.show_rect;
        shown && view_.x < shown->right() && shown->x < view_.right() && parts.show_area == id_) {
        if (shown->y < view_.y + 8) memory.offset -= view_.y + 8 - shown->y;
        else if (shown->bottom() > view_.bottom() - 8) memory.offset += shown->bottom() - view_.bottom() + 8;
        parts.show_rect.reset();
        context().animate();
    }
    memory.offset     = std::clamp(memory.offset, 0.0f, most);
    const auto wanted = scrollbar(id_, view_, memory.offset, view_.h, memory.content);
    if (wanted >= 0) {
        memory.offset = static_cast<float>(wanted);
        context().animate();
    }
    ImGui::PopClipRect();
}

bool ScrollArea::key(const Event& event)
{
    auto&       memory = scroll_memory(id_);
    const float page   = std::max(40.0f, view_.h - 60);
    if (event.text == "ArrowDown") memory.offset += 48;
    else if (event.text == "ArrowUp") memory.offset -= 48;
    else if (event.text == "PageDown") memory.offset += page;
    else if (event.text == "PageUp") memory.offset -= page;
    else if (event.text == "Home") memory.offset = 0;
    else if (event.text == "End") memory.offset = memory.content;
    else return false;
    memory.offset = std::clamp(memory.offset, 0.0f, std::max(0.0f, memory.content - view_.h));
    context().animate();
    return true;
}

void  ScrollArea::to_top() { scroll_memory(id_).offset = 0; }
float ScrollArea::content() const { return scroll_memory(id_).content; }

}  // namespace ui
