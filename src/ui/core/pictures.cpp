#include "ui/core/pictures.hpp"

#include "ui/core/paint.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <cstring>

namespace ui {
namespace {

// Device pixels: half of a large screen filled with nothing but such text. Beyond either, what the last frame did not need
// is forgotten.
constexpr int         most_area  = 2'000'000;
constexpr std::size_t most_known = 8192;

std::string key_of(std::string_view words, Type type)
{
    std::string key(1, static_cast<char>('0' + static_cast<int>(type)));
    return key += words;
}

}  // namespace

void Pictures::tidy(float density)
{
    const bool blurred = density != density_;
    if (!blurred && area_ <= most_area && known_.size() <= most_known) return;
    std::erase_if(known_, [&](const auto& each) {
        const Known& one = each.second;
        if (!blurred && one.frame + 1 >= frame_) return false;
        if (one.rect >= 0) ImGui::GetIO().Fonts->RemoveCustomRect(one.rect);
        area_ -= one.area;
        return true;
    });
}

Pictures::Known& Pictures::known(std::string_view words, Type type)
{
    auto [found, fresh] = known_.try_emplace(key_of(words, type));
    if (fresh) {
        const auto style    = type_style(type);
        found->second.width = context().engine.width(words, style.size, style.strong);
    }
    found->second.frame = frame_;
    return found->second;
}

float Pictures::width(std::string_view words, Type type) { return known(words, type).width; }

void Pictures::make(Known& one, std::string_view words, Type type)
{
    const auto style   = type_style(type);
    density_           = context().density();
    const auto picture = context().engine.picture(words, style.size, style.strong, density_);
    one.drawn          = true;
    if (picture.width <= 0 || picture.height <= 0) return;
    ImFontAtlas&    atlas = *ImGui::GetIO().Fonts;
    ImFontAtlasRect place;
    one.rect = atlas.AddCustomRect(picture.width, picture.height, &place);
    if (one.rect < 0) return;
    atlas.TexPixelsUseColors = true;
    const auto row           = static_cast<std::size_t>(picture.width) * 4;
    for (int y = 0; y < picture.height; ++y)
        std::memcpy(atlas.TexData->GetPixelsAt(place.x, place.y + y),
                    picture.rgba.data() + static_cast<std::size_t>(y) * row, row);
    one.left     = picture.left;
    one.up       = picture.up;
    one.coloured = picture.coloured;
    one.area     = picture.width * picture.height;
    area_ += one.area;
}

void Pictures::draw(float x, float base_line, std::string_view words, Type type, Color color)
{
    Known& one = known(words, type);
    if (!one.drawn) make(one, words, type);
    ImFontAtlas&    atlas = *ImGui::GetIO().Fonts;
    ImFontAtlasRect place;
    if (one.rect < 0 || !atlas.GetCustomRect(one.rect, &place)) return;
    const float pixel = 1 / density_, left = snap(x) - static_cast<float>(one.left) * pixel,
                top = snap(base_line) - static_cast<float>(one.up) * pixel;
    const auto  ink = one.coloured ? Color{color.rgba | 0xffffff00u} : color;
    ImGui::GetWindowDrawList()->AddImage(
        atlas.TexRef, {left, top},
        {left + static_cast<float>(place.w) * pixel, top + static_cast<float>(place.h) * pixel}, place.uv0, place.uv1,
        to_imgui(ink));
}

}  // namespace ui
