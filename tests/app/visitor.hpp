// The whole program without a window: the real App on a folder of its own, frames as the window would draw them, and a
// simulated clock. Only one App at a time, since there is one page.
#pragma once
#include "app/app.hpp"
#include "platform/native/page_native.hpp"
#include "platform/pump.hpp"
#include "platform/schedule.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unistd.h>

class Visitor {
public:
    Visitor()
    {
        std::filesystem::remove_all(folder_);
        setenv("GUICHET_DATA", folder_.c_str(), 1);
        platform::native_page()               = {};
        platform::native_page().assets_folder = GUICHET_FONTS_DIR;

        imgui_         = ImGui::CreateContext();
        auto& io       = ImGui::GetIO();
        io.DisplaySize = {1280, 900};
        io.IniFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        app_     = std::make_unique<app::App>();
        program_ = app_->program();
        program_.start();
        drawn_ms_ = platform::elapsed_ms();
        platform::request_frame();
        settles();
    }
    ~Visitor()
    {
        program_.stop();
        app_.reset();
        ImGui::DestroyContext(imgui_);
        std::filesystem::remove_all(folder_);
        unsetenv("GUICHET_DATA");
    }
    Visitor(const Visitor&)            = delete;
    Visitor& operator=(const Visitor&) = delete;

    int frames = 0;  // drawn so far

    bool sees(ui::Role role, std::string_view name) const { return screen().find(role, name) != nullptr; }

    std::uint32_t id(ui::Role role, std::string_view name) const
    {
        const auto* node = screen().find(role, name);
        REQUIRE_MESSAGE(node, "nothing on the screen is called " << std::string(name));
        return node->id;
    }

    // Presses as assistive technology does.
    void press(ui::Role role, std::string_view name)
    {
        hears({.kind = platform::MirrorEvent::Kind::press, .id = id(role, name)});
    }
    void hears(const platform::MirrorEvent& event)
    {
        platform::events().mirror(event);
        platform::request_frame();
        settles();
    }

    // No input for `ms`: draws only the frames that the program asks for, as in a browser.
    void rests(double ms)
    {
        const double end = platform::elapsed_ms() + ms;
        while (true) {
            settles();
            const double next = platform::until_next_timer_ms();
            if (next < 0 || platform::elapsed_ms() + next > end) break;
            platform::pass_time(next + 1);
        }
        platform::pass_time(std::max(0.0, end - platform::elapsed_ms()));
    }

    // The tab is in the background for `ms`: timers are late and nothing is drawn.
    void is_hidden(double ms)
    {
        platform::pass_time(ms);
        platform::request_frame();
        settles();
    }

private:
    const ui::Semantics& screen() const { return ui::context().semantics(); }

    void settles()
    {
        platform::pump();
        while (platform::schedule().due() && frames < 100'000) {
            draw();
            platform::pass_time(16);
            platform::pump();
        }
    }

    void draw()
    {
        const double now         = platform::elapsed_ms();
        ImGui::GetIO().DeltaTime = static_cast<float>(std::max(1.0, now - drawn_ms_) / 1000);
        drawn_ms_                = now;
        platform::schedule().begin_frame();
        ImGui::NewFrame();
        program_.draw();
        ImGui::Render();
        platform::schedule().end_frame();
        for (auto* texture : ImGui::GetPlatformIO().Textures)
            if (texture->Status != ImTextureStatus_OK) {
                texture->SetTexID(1);
                texture->SetStatus(ImTextureStatus_OK);
            }
        ++frames;
    }

    std::string folder_ =
        (std::filesystem::temp_directory_path() / ("guichet-visitor-" + std::to_string(getpid()))).string();
    ImGuiContext*             imgui_ = nullptr;
    std::unique_ptr<app::App> app_;
    platform::Program         program_;
    double                    drawn_ms_ = 0;
};
