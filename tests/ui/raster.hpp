// Rasterises ImGui's triangles without a GPU, into a picture for people. For tests and the gallery.
#pragma once
#include <imgui.h>

#include <cstdint>
#include <string>
#include <vector>

namespace raster {

struct Picture {
    int                       width = 0, height = 0;
    std::vector<std::uint8_t> rgb;  // three bytes per pixel, from the top left
};

// Renders the draw data on a background of 0xRRGGBB, at the density it was made for.
Picture draw(const ImDrawData& data, std::uint32_t background);

// False if the file cannot be written.
bool save_png(const Picture& picture, const std::string& path);

}  // namespace raster
