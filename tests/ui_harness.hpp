// A simulated customer who presses, types and reads by role and name, as assistive technology does.
//     Customer customer([&] { pages.draw(screen); });
//     customer.press(ui::Role::button, "Actions pour exemple.fr");
//     CHECK(customer.sees(ui::Role::menuitem, "Renouveler"));
#pragma once
#include "ui/core/context.hpp"
#include "ui/core/keyboard.hpp"
#include "ui/core/screen_faults.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <fstream>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

class Customer {
public:
    explicit Customer(std::function<void()> draw, float width = 1280, float height = 800) : draw_(std::move(draw))
    {
        imgui_         = ImGui::CreateContext();
        auto& io       = ImGui::GetIO();
        io.DisplaySize = {width, height};
        io.IniFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        io.ConfigInputTrickleEventQueue = true;
        ui.fonts          = ui::load_fonts({font("inter-regular.otf"), font("inter-semibold.otf"), font("icons.ttf")});
        ui.reduced_motion = true;
        ui.page_fields    = true;
        ui::watch_items(true);
        waits();
    }
    ~Customer()
    {
        ui::watch_items(false);
        ImGui::DestroyContext(imgui_);
    }
    Customer(const Customer&)            = delete;
    Customer& operator=(const Customer&) = delete;

    ui::Context  ui;
    ui::Keyboard keyboard;

    // --- what the customer sees ---
    const ui::Node* find(ui::Role role, std::string_view name) const { return ui.semantics().find(role, name); }
    bool            sees(ui::Role role, std::string_view name) const { return find(role, name) != nullptr; }
    bool            reads(std::string_view words) const  // anywhere on the screen, in any role
    {
        for (const auto& node : ui.semantics().nodes())
            if (node.name.find(words) != std::string_view::npos || node.value.find(words) != std::string_view::npos ||
                node.description.find(words) != std::string_view::npos)
                return true;
        return false;
    }
    bool may_press(ui::Role role, std::string_view name) const
    {
        const auto* node = find(role, name);
        return node && !node->is(ui::state::disabled);
    }
    std::string value(ui::Role role, std::string_view name) const { return text_of(role, name, &ui::Node::value); }
    std::string reason(ui::Role role, std::string_view name) const
    {
        return text_of(role, name, &ui::Node::description);
    }
    bool is(ui::Role role, std::string_view name, std::uint32_t state) const
    {
        const auto* node = find(role, name);
        return node && node->is(state);
    }
    int how_many(ui::Role role) const
    {
        int number = 0;
        for (const auto& node : ui.semantics().nodes()) number += node.role == role;
        return number;
    }
    std::string focused() const  // the name of the focused node
    {
        const auto* node = ui.semantics().find(keyboard.focused());
        return node ? std::string(node->name) : std::string();
    }
    std::optional<std::string> followed() { return std::exchange(followed_, std::nullopt); }

    // --- what the customer does ---
    void press(ui::Role role, std::string_view name)  // with the pointer, once the customer has seen it
    {
        const auto& nodes = ui.semantics().nodes();
        const bool  popup = std::ranges::any_of(
            nodes, [](const ui::Node& node) { return node.is(ui::state::modal) || node.role == ui::Role::menu; });
        if (popup) waits(500);
        press_at_once(role, name);
    }
    void press_at_once(ui::Role role, std::string_view name)
    {
        const auto* node = find(role, name);
        REQUIRE_MESSAGE(node, "nothing on the screen is called " << std::string(name));
        click(node->clip.x + node->clip.w / 2, node->clip.y + node->clip.h / 2);
    }
    void click(float x, float y, bool shift = false)
    {
        auto& io = ImGui::GetIO();
        if (shift) io.AddKeyEvent(ImGuiMod_Shift, true);
        io.AddMousePosEvent(x, y);
        look(2);
        keyboard.point(ui, x, y);
        io.AddMouseButtonEvent(0, true);
        look(2);
        io.AddMouseButtonEvent(0, false);
        look(4);
        if (shift) io.AddKeyEvent(ImGuiMod_Shift, false);
    }
    void hover(ui::Role role, std::string_view name)
    {
        const auto* node = find(role, name);
        REQUIRE_MESSAGE(node, "nothing on the screen is called " << std::string(name));
        ImGui::GetIO().AddMousePosEvent(node->clip.x + node->clip.w / 2, node->clip.y + node->clip.h / 2);
        look(3);
    }
    void wheel(float lines)
    {
        ImGui::GetIO().AddMouseWheelEvent(0, lines);
        look(3);
    }
    void key(std::string_view name, bool shift = false, bool control = false)
    {
        keyboard.key(ui, name, shift, control);
        look(4);
    }
    void keys_at_once(std::initializer_list<std::string_view> names)  // all before the next frame
    {
        for (const auto name : names) keyboard.key(ui, name, false, false);
        look(4);
    }
    // Without a frame between the focus and the keys, as assistive technology does.
    void keys_at(ui::Role role, std::string_view name, std::initializer_list<std::string_view> names,
                 bool control = false)
    {
        const auto* node = find(role, name);
        REQUIRE_MESSAGE(node, "nothing on the screen is called " << std::string(name));
        keyboard.focus(ui, node->id, true);
        for (const auto key : names) keyboard.key(ui, key, false, control);
        look(4);
    }
    void type(std::string_view text)  // into the focused field
    {
        keyboard.type(ui, text);
        look(3);
    }
    void fill(ui::Role role, std::string_view name, std::string_view text)  // replaces the text that was there
    {
        press(role, name);
        const auto* node = find(role, name);
        REQUIRE_MESSAGE(node, "nothing on the screen is called " << std::string(name));
        ui.hear({.kind = ui::Event::Kind::value, .id = node->id, .text = std::string(text)});
        look(3);
    }
    void choose(std::string_view combobox, std::string_view option)
    {
        press(ui::Role::combobox, combobox);
        press(ui::Role::option, option);
    }
    void waits(float ms = 0)
    {
        look(4);
        for (; ms > 0; ms -= 100) look(1, 0.1f);
    }
    // No frame for `ms`; the next one has all of it as its DeltaTime.
    void rests(float ms) { rest_ms_ = ms; }
    void turns_to(float width, float height)
    {
        ImGui::GetIO().DisplaySize = {width, height};
        look(4);
    }

    std::string copied, opened_apart;  // the last text for the clipboard, the last address for a new tab

    // The app's work between frames.
    std::function<void()> after_frame;

    // Every screen is checked for faults: nodes without names, missing nodes or reasons. Tests that expect faults turn
    // this off.
    bool strict = true;

private:
    static std::string_view font(const std::string& name)
    {
        static std::vector<std::pair<std::string, std::string>> read;
        for (const auto& [known, bytes] : read)
            if (known == name) return bytes;
        std::ifstream file(std::string(GUICHET_FONTS_DIR) + "/" + name, std::ios::binary);
        read.reserve(8);
        read.emplace_back(name, std::string(std::istreambuf_iterator<char>(file), {}));
        return read.back().second;
    }
    std::string text_of(ui::Role role, std::string_view name, std::string_view ui::Node::* member) const
    {
        const auto* node = find(role, name);
        REQUIRE_MESSAGE(node, "nothing on the screen is called " << std::string(name));
        return std::string(node->*member);
    }
    void look(int frames, float seconds = 1.0f / 60)
    {
        while (frames-- > 0) {
            ImGui::GetIO().DeltaTime = seconds + std::exchange(rest_ms_, 0.0f) / 1000;
            ImGui::NewFrame();
            ui.begin();
            draw_();
            ui.end();
            ImGui::Render();
            for (auto* texture : ImGui::GetPlatformIO().Textures)
                if (texture->Status == ImTextureStatus_WantDestroy) {
                    texture->SetTexID(ImTextureID_Invalid);
                    texture->SetStatus(ImTextureStatus_Destroyed);
                } else if (texture->Status != ImTextureStatus_OK) {
                    texture->SetTexID(1);
                    texture->SetStatus(ImTextureStatus_OK);
                }
            if (auto href = ui.followed()) followed_ = std::move(href);
            if (auto copy = ui.copied()) {
                copied = std::move(copy->text);
                ui.toast(ui::Tone::success, std::move(copy->done));  // as the app does when the clipboard has it
            }
            if (auto href = ui.opened_apart()) opened_apart = std::move(*href);
            keyboard.look(ui);
            if (after_frame) after_frame();
            if (strict)
                for (const auto& fault : ui::faults(ui)) FAIL_CHECK(fault);
        }
    }

    ImGuiContext*              imgui_   = nullptr;
    float                      rest_ms_ = 0;
    std::function<void()>      draw_;
    std::optional<std::string> followed_;
};
