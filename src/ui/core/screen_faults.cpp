// Collects the ids of ImGui's items in debug builds, to find those without a node. ImGui calls these hooks.
#include "ui/core/screen_faults.hpp"

#include "ui/core/parts.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#ifdef IMGUI_ENABLE_TEST_ENGINE

namespace {

ui::Context::Parts* parts_of(ImGuiContext* imgui)
{
    auto* context = static_cast<ui::Context*>(imgui->IO.UserData);
    return context ? &context->parts() : nullptr;
}

}  // namespace

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* imgui, ImGuiID id, const ImRect&, const ImGuiLastItemData*)
{
    auto* parts = parts_of(imgui);
    // Skips the window's own ids.
    if (parts && id != 0 && imgui->CurrentWindow && id != imgui->CurrentWindow->MoveId &&
        id != imgui->CurrentWindow->ID)
        parts->items.push_back(id);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }

#endif

namespace ui {

void watch_items(bool on)
{
#ifdef IMGUI_ENABLE_TEST_ENGINE
    ImGui::GetCurrentContext()->TestEngineHookItems = on;
#else
    static_cast<void>(on);
#endif
}

// Context::begin calls it, which makes the linker keep this file, with its hooks, in every program.
void forget_items(Context& context) { context.parts().items.clear(); }

std::vector<std::string> faults(Context& context)
{
    std::vector<std::string> found;
    const auto               say = [&](std::initializer_list<std::string_view> words) {
        std::string fault;
        for (const auto word : words) fault.append(word);
        found.push_back(std::move(fault));
    };
    auto& parts = context.parts();
    for (const auto id : parts.items)
        if (!context.semantics().find(id) && std::ranges::find(parts.silent, id) == parts.silent.end())
            say({"an item with the id ", std::to_string(id), " has no node"});

    std::unordered_map<std::uint32_t, const Node*> seen;
    for (const auto& node : context.semantics().nodes()) {
        const auto [at, fresh] = seen.emplace(node.id, &node);
        if (node.id == 0) say({"a node without an id is called \"", node.name, "\""});
        else if (!fresh) say({"\"", node.name, "\" has the id of \"", at->second->name, "\""});
        const bool pressed = node.role == Role::button || node.role == Role::link || node.role == Role::tab ||
                             node.role == Role::menuitem || node.role == Role::checkbox || node.role == Role::radio ||
                             node.role == Role::option;
        const bool field   = node.role == Role::textbox || node.role == Role::searchbox ||
                             node.role == Role::spinbutton || node.role == Role::combobox;
        if ((pressed || field) && node.name.empty())
            say({"a control of role ", std::to_string(static_cast<int>(node.role)), " has no name"});
        if (node.is(state::disabled) && pressed && node.description.empty())
            say({"\"", node.name, "\" is disabled and does not say why"});
    }
    return found;
}

}  // namespace ui
