#include "ui/core/item.hpp"

#include "ui/core/parts.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace ui {
namespace {

constexpr float finger = 44, most_grown = 10;  // px

// What is drawn smaller than a finger is pressed around it, too.
Rect reach_of(const Rect& rect)
{
    if (!context().theme.large_targets) return rect;
    const float x = std::clamp((finger - rect.w) / 2, 0.0f, most_grown);
    const float y = std::clamp((finger - rect.h) / 2, 0.0f, most_grown);
    return {rect.x - x, rect.y - y, rect.w + 2 * x, rect.h + 2 * y};
}

Node reaching(const Rect& rect, const Rect& reach, Node node)
{
    node.text_x += rect.x - reach.x;
    if (node.text_y >= 0) node.text_y += rect.y - reach.y;
    return node;
}

Item behave(const Rect& rect, const Rect& reach, const Node& node, int index)
{
    auto& ui    = context();
    auto& parts = ui.parts();
    Item  item;
    item.rect = rect;
    item.id   = node.id;
    item.node = index;

    const ImRect box({reach.x, reach.y}, {reach.right(), reach.bottom()});
    item.visible = ImGui::ItemAdd(box, node.id, nullptr, ImGuiItemFlags_NoNav);
    if (item.visible) {
        bool pressed = ImGui::ButtonBehavior(box, node.id, &item.hovered, &item.held, ImGuiButtonFlags_NoNavFocus);
        item.pressed = pressed && ImGui::GetIO().MouseClickedTime[0] >= parts.ready_at;
    }
    if (ui.take_press(node.id)) item.pressed = true;
    if (ui.shows(node.id) && !parts.scrolling.empty()) {
        parts.show_rect = rect;
        parts.show_area = parts.scrolling.back();
    }
    if (node.is(state::disabled)) item.pressed = item.held = false;
    if (item.hovered && !node.is(state::disabled)) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    item.ring  = ui.focus_ring(node.id);
    item.hover = ui.ease(node.id, item.hovered && !node.is(state::disabled), 120);

    parts.last_item    = node.id;
    parts.last_rect    = rect;
    parts.last_hovered = item.hovered;
    return item;
}

Node placed(const Rect& rect, Node node)
{
    node.rect = rect;
    node.clip = clip_of(rect);
    node.state |= context().wanted_state(node.id);
    return node;
}

}  // namespace

std::uint32_t id_of(Label label) { return ImGui::GetID(static_cast<int>(label.seed())); }
std::uint32_t id_named(std::string_view words) { return ImGui::GetID(words.data(), words.data() + words.size()); }
std::uint32_t id_below(std::uint32_t parent, int number) { return ImHashData(&number, sizeof number, parent); }

Rect clip_of(const Rect& rect)
{
    const auto& clip = ImGui::GetCurrentWindow()->ClipRect;
    return intersect(rect, {clip.Min.x, clip.Min.y, clip.GetWidth(), clip.GetHeight()});
}

Item item(const Rect& rect, Node node)
{
    const auto reach = reach_of(rect);
    const int  index = context().semantics().add(placed(reach, reaching(rect, reach, node)));
    return behave(rect, reach, context().semantics().at(index), index);
}

Item item_scope(const Rect& rect, Node node)
{
    const auto reach = reach_of(rect);
    const int  index = context().semantics().enter(placed(reach, reaching(rect, reach, node)));
    return behave(rect, reach, context().semantics().at(index), index);
}

int say_node(const Rect& rect, Node node) { return context().semantics().add(placed(rect, node)); }
int enter_node(const Rect& rect, Node node) { return context().semantics().enter(placed(rect, node)); }

void text_at(Node& node, Type type, float text_x, float text_y)
{
    node.text_px = imgui_size(type_style(type).size);
    node.strong  = type_style(type).strong;
    node.text_x  = text_x;
    node.text_y  = text_y;
}

Node said(std::uint32_t id, std::string_view words, Type type)
{
    Node node{.id = id, .role = Role::text, .name = words};
    text_at(node, type, 0);
    return node;
}

}  // namespace ui
