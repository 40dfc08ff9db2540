#include "ui/core/keyboard.hpp"

#include <imgui.h>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

bool is_field(const Node& node)
{
    return node.role == Role::searchbox || node.role == Role::textbox || node.role == Role::spinbutton ||
           (node.role == Role::combobox && node.is(state::editable));
}

bool can_focus(const Node& node)
{
    switch (node.role) {
    case Role::link:
    case Role::button:
    case Role::tab:
    case Role::checkbox:
    case Role::radio:
    case Role::switch_:
    case Role::menuitem:
    case Role::combobox: return true;
    default:             return is_field(node) || node.is(state::focusable);
    }
}

bool by_tab(const Node& node) { return can_focus(node) && node.role != Role::menuitem && !node.is(state::skip_tab); }

std::uint32_t bit_of(std::string_view key, bool control)
{
    if (control) return key == "a" ? keys::select_all : key == "c" ? keys::copy : 0u;
    constexpr std::pair<std::string_view, std::uint32_t> named[] = {
        {"ArrowUp", keys::up_down},       {"ArrowDown", keys::up_down}, {"ArrowLeft", keys::left_right},
        {"ArrowRight", keys::left_right}, {"Home", keys::home_end},     {"End", keys::home_end},
        {"PageUp", keys::pages},          {"PageDown", keys::pages},    {"Escape", keys::escape},
        {"Enter", keys::enter},           {" ", keys::space},           {"Delete", keys::erase},
        {"Backspace", keys::erase},       {"Tab", keys::tab},           {"ContextMenu", keys::menu}};
    for (const auto& [name, bit] : named)
        if (name == key) return bit;
    return key.size() == 1 ? keys::letters : 0u;
}

const Node* up(const Semantics& screen, const Node* node)
{
    return node->parent < 0 ? nullptr : &screen.at(node->parent);
}

// True if the node is, or is inside, a menu or a list of choices: those are drawn over the rest.
bool floats(const Semantics& screen, const Node* node)
{
    for (; node; node = up(screen, node))
        if (node->role == Role::listbox || node->role == Role::menu) return true;
    return false;
}

}  // namespace

void Keyboard::focus(Context& context, std::uint32_t id, bool ring)
{
    if (id == focus_) return;
    focus_ = id;
    if (id == 0) context.hear({.kind = Event::Kind::blur});
    else context.hear({.kind = Event::Kind::focus, .id = id, .ring = ring});
    if (const auto* node = context.semantics().find(id);
        node && (node->clip.w < node->rect.w - 1 || node->clip.h < node->rect.h - 1))
        context.hear({.kind = Event::Kind::show, .id = id});
}

void Keyboard::look(Context& context)
{
    const auto& screen = context.semantics();
    if (!context.page_fields && context.focused() != 0 && screen.find(context.focused()) &&
        is_field(*screen.find(context.focused())))
        focus_ = context.focused();

    // 1. Modal nodes that opened or closed since the last screen.
    std::uint32_t              back = 0;
    std::vector<std::uint32_t> open;
    for (const auto& node : screen.nodes())
        if (node.is(state::modal)) open.push_back(node.id);
    for (std::size_t at = modals_.size(); at-- > 0;)
        if (std::ranges::find(open, modals_[at].id) == open.end()) {
            back = modals_[at].opener;
            modals_.erase(modals_.begin() + static_cast<std::ptrdiff_t>(at));
        }
    const Node* fresh = nullptr;
    for (const auto id : open)
        if (std::ranges::find(modals_, id, &Modal::id) == modals_.end()) {
            modals_.push_back({id, back ? back : focus_});
            fresh = screen.find(id);
        }

    // 2. The node that gets the focus.
    std::uint32_t asks = 0;
    for (const auto& node : screen.nodes())
        if (node.is(state::focus_wanted)) asks = node.id;
    const auto was = std::exchange(asked_, asks);
    if (asked_ && asked_ != was) return focus(context, asked_, true);
    if (fresh) {
        const Node* first = nullptr;
        for (const auto& node : screen.nodes()) {
            if (&node == fresh || !screen.within(node, *fresh) || !can_focus(node)) continue;
            if (is_field(node)) {
                first = &node;
                break;
            }
            if (!first || (first->is(state::disabled) && !node.is(state::disabled))) first = &node;
        }
        return focus(context, first ? first->id : fresh->id, true);
    }
    if (back && screen.find(back)) return focus(context, back, true);
    if (focus_ && !screen.find(focus_)) focus(context, 0, false);
}

void Keyboard::key(Context& context, std::string_view name, bool shift, bool control)
{
    const auto& screen = context.semantics();
    const Node* here   = focus_ ? screen.find(focus_) : nullptr;
    const bool  typing = here && is_field(*here);
    if (control && name != "a" && name != "c")
        return context.hear(
            {.kind = Event::Kind::key, .id = focus_, .text = std::string(name), .shift = shift, .control = true});

    // 1. Enter and Space press the focused node before its ancestors see them. Space does not press a link.
    const bool pressing = name == "Enter" || (name == " " && here && here->role != Role::link);
    if (pressing && here && !typing && here->role != Role::table && here->role != Role::grid) {
        if (!here->is(state::disabled) && !(here->keys & bit_of(name, false)))
            context.hear({.kind = Event::Kind::press, .id = focus_, .shift = shift, .control = control});
        if (!(here->keys & bit_of(name, false))) return;
    }

    // 2. The nearest node, from the focused one upwards, that asks for the key.
    const auto  bit   = bit_of(name, control);
    const Node* owner = here;
    if (!owner) {
        for (const auto& node : screen.nodes())
            if (node.role == Role::main) owner = &node;
        for (const auto& node : screen.nodes())
            if (node.is(state::modal)) owner = &node;
    }
    constexpr auto from_field = keys::up_down | keys::pages | keys::escape | keys::enter | keys::tab;
    for (; owner && bit; owner = owner->is(state::modal) ? nullptr : up(screen, owner)) {
        if (!(owner->keys & bit)) continue;
        if (typing && owner != here && !(bit & from_field)) continue;
        if (typing && here->is(state::multiline) && owner != here &&
            (bit & (keys::up_down | keys::pages | keys::enter)))
            continue;
        return context.hear({.kind    = Event::Kind::key,
                             .id      = focus_,
                             .owner   = owner->id,
                             .text    = std::string(name),
                             .shift   = shift,
                             .control = control});
    }

    // 3. The browser's default behaviour.
    if (name == "Enter" && typing)
        return context.hear({.kind = Event::Kind::commit, .id = focus_, .text = std::string(here->value)});
    if (name != "Tab") return;
    std::vector<const Node*> order;
    for (const auto& node : screen.nodes())
        if ((by_tab(node) || node.id == focus_) && screen.reachable(node)) order.push_back(&node);
    if (order.empty()) return;
    const auto at   = std::ranges::find(order, focus_, &Node::id) - order.begin();
    const auto size = static_cast<std::ptrdiff_t>(order.size());
    const auto to   = at == size ? (shift ? size - 1 : 0) : (at + (shift ? size - 1 : 1)) % size;
    focus(context, order[static_cast<std::size_t>(to)]->id, true);
}

void Keyboard::type(Context& context, std::string_view text)
{
    const auto* node = focus_ ? context.semantics().find(focus_) : nullptr;
    if (node && is_field(*node))
        context.hear({.kind = Event::Kind::value, .id = focus_, .text = std::string(node->value) + std::string(text)});
}

void Keyboard::erase(Context& context)
{
    const auto* node = focus_ ? context.semantics().find(focus_) : nullptr;
    if (!node || !is_field(*node)) return;
    std::string text(node->value);
    while (!text.empty() && (text.back() & 0xc0) == 0x80) text.pop_back();
    if (!text.empty()) text.pop_back();
    context.hear({.kind = Event::Kind::value, .id = focus_, .text = text});
}

void Keyboard::point(Context& context, float x, float y)
{
    const auto& screen = context.semantics();
    // Reading order does not tell what is on top, so floating nodes are tried first.
    const auto at = [&](bool above) -> const Node* {
        for (int index = screen.size(); index-- > 0;)
            if (screen.at(index).clip.holds(x, y) && (!above || floats(screen, &screen.at(index))))
                return &screen.at(index);
        return nullptr;
    };
    const Node* node = at(true) ? at(true) : at(false);
    if (!node) return;
    while (node && !can_focus(*node)) node = up(screen, node);
    if (node && screen.reachable(*node)) focus(context, node->id, false);
    else if (modals_.empty()) focus(context, 0, false);
}

void Keyboard::listen(Context& context)
{
    const auto&                                io      = ImGui::GetIO();
    constexpr std::pair<ImGuiKey, const char*> named[] = {{ImGuiKey_Tab, "Tab"},
                                                          {ImGuiKey_Enter, "Enter"},
                                                          {ImGuiKey_KeypadEnter, "Enter"},
                                                          {ImGuiKey_Escape, "Escape"},
                                                          {ImGuiKey_UpArrow, "ArrowUp"},
                                                          {ImGuiKey_DownArrow, "ArrowDown"},
                                                          {ImGuiKey_LeftArrow, "ArrowLeft"},
                                                          {ImGuiKey_RightArrow, "ArrowRight"},
                                                          {ImGuiKey_Home, "Home"},
                                                          {ImGuiKey_End, "End"},
                                                          {ImGuiKey_PageUp, "PageUp"},
                                                          {ImGuiKey_PageDown, "PageDown"},
                                                          {ImGuiKey_Space, " "}};
    const auto*                                here    = focus_ ? context.semantics().find(focus_) : nullptr;
    const bool                                 typing  = here && is_field(*here);
    for (const auto& [imgui_key, name] : named) {
        if (typing && (imgui_key == ImGuiKey_Space || imgui_key == ImGuiKey_LeftArrow ||
                       imgui_key == ImGuiKey_RightArrow || imgui_key == ImGuiKey_Home || imgui_key == ImGuiKey_End))
            continue;
        // A held key moves on, and presses once.
        const bool presses = imgui_key == ImGuiKey_Enter || imgui_key == ImGuiKey_KeypadEnter ||
                             imgui_key == ImGuiKey_Space;
        if (ImGui::IsKeyPressed(imgui_key, !presses)) key(context, name, io.KeyShift, false);
    }
    if (io.KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_K, false)) key(context, "k", io.KeyShift, true);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) point(context, io.MousePos.x, io.MousePos.y);
}

}  // namespace ui
