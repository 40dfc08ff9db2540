#include "ui/core/theme.hpp"

#include <imgui.h>

namespace ui {
namespace {

ImFont* load(std::string_view bytes)
{
    if (bytes.empty()) return nullptr;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    // const_cast is safe: ImGui only reads the bytes, and does not free fonts that it does not own.
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<char*>(bytes.data()), static_cast<int>(bytes.size()),
                                                      17, &config);
}

}  // namespace

Fonts load_fonts(const FontFiles& files)
{
    Fonts fonts;
    fonts.regular  = load(files.regular);
    fonts.semibold = load(files.semibold);
    fonts.icons    = load(files.icons);
    if (!fonts.regular) fonts.regular = ImGui::GetIO().Fonts->AddFontDefault();
    if (!fonts.semibold) fonts.semibold = fonts.regular;
    return fonts;
}

}  // namespace ui
