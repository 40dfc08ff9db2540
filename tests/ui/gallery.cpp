// Pictures of every widget of the kit, for visual inspection: ui_gallery FOLDER [SCENE…]. In both themes, at the widths
// and densities that matter.
#include "ui/gallery_scenes.hpp"
#include "ui/raster.hpp"
#include "ui/ui.hpp"

#include <imgui.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

std::string read(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Size {
    float width, height, density;
};

void picture(const gallery::Scene& scene, const Size& size, ui::Scheme scheme, const ui::FontFiles& fonts,
             const std::string& folder)
{
    auto* imgui                = ImGui::CreateContext();
    auto& io                   = ImGui::GetIO();
    io.IniFilename             = nullptr;
    io.DisplaySize             = {size.width, size.height};
    io.DisplayFramebufferScale = {size.density, size.density};
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    io.DeltaTime = 0.1f;
    {
        ui::Context context;
        context.fonts          = ui::load_fonts(fonts);
        context.theme          = ui::make_theme(scheme);
        context.reduced_motion = true;
        context.page_fields    = true;
        context.now            = {1'770'000'000'000};
        gallery::Memory memory;
        for (int frame = 0; frame < 10; ++frame) {
            ImGui::NewFrame();
            context.begin();
            scene.draw(memory, frame);
            context.end();
            ImGui::Render();
            for (auto* texture : ImGui::GetPlatformIO().Textures)
                if (texture->Status == ImTextureStatus_WantDestroy) {
                    texture->SetTexID(ImTextureID_Invalid);
                    texture->SetStatus(ImTextureStatus_Destroyed);
                } else if (texture->Status != ImTextureStatus_OK && texture->Status != ImTextureStatus_Destroyed) {
                    texture->SetTexID(1);
                    texture->SetStatus(ImTextureStatus_OK);
                }
        }
        const auto name = folder + "/" + scene.name + "-" + std::to_string(static_cast<int>(size.width)) +
                          (size.density != 1 ? "@" + std::to_string(size.density).substr(0, size.density == 2 ? 1 : 3)
                                             : "") +
                          (scheme == ui::Scheme::dark ? "-dark" : "") + ".png";
        if (!raster::save_png(raster::draw(*ImGui::GetDrawData(), context.theme.palette.background.rgba >> 8), name))
            std::printf("cannot write %s\n", name.c_str());
    }
    ImGui::DestroyContext(imgui);
}

}  // namespace

int main(int count, char** words)
{
    if (count < 2) {
        std::printf("ui_gallery FOLDER [SCENE…] [WIDTHxHEIGHT[@DENSITY]…] [light|dark]\n");
        return 1;
    }
    std::vector<std::string> scenes;
    std::vector<Size>        sizes;
    bool                     light = true, dark = true;
    for (int at = 2; at < count; ++at) {
        const std::string word = words[at];
        Size              size{0, 0, 1};
        if (std::sscanf(word.c_str(), "%fx%f@%f", &size.width, &size.height, &size.density) >= 2) sizes.push_back(size);
        else if (word == "light") dark = false;
        else if (word == "dark") light = false;
        else scenes.push_back(word);
    }
    if (sizes.empty()) sizes = {{320, 640, 2}, {768, 1024, 1}, {1280, 800, 1}, {1280, 800, 2}, {2560, 1440, 1}};
    const auto regular  = read(GUICHET_FONTS_DIR "/inter-regular.otf"),
               semibold = read(GUICHET_FONTS_DIR "/inter-semibold.otf"), icons = read(GUICHET_FONTS_DIR "/icons.ttf");
    for (const auto& scene : gallery::scenes()) {
        bool wanted = scenes.empty();
        for (const auto& name : scenes) wanted = wanted || name == scene.name;
        if (!wanted) continue;
        for (const auto& size : sizes) {
            if (light) picture(scene, size, ui::Scheme::light, {regular, semibold, icons}, words[1]);
            if (dark) picture(scene, size, ui::Scheme::dark, {regular, semibold, icons}, words[1]);
        }
    }
}
