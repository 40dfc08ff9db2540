// Aligns text to whole device pixels: see the header.
#include "platform/window_crisp.hpp"

#include <imgui.h>

#include <cmath>

namespace platform {
namespace {

// ImGui emits a glyph as four consecutive vertices, an axis-aligned rectangle on the screen and in the texture. Shapes use the
// single white texel, so the extent of their texture coordinates is zero.
bool is_glyph(const ImDrawVert* v)
{
    return v[0].pos.x == v[3].pos.x && v[1].pos.x == v[2].pos.x && v[0].pos.y == v[1].pos.y &&
           v[2].pos.y == v[3].pos.y && v[0].uv.x == v[3].uv.x && v[1].uv.x == v[2].uv.x && v[0].uv.y == v[1].uv.y &&
           v[2].uv.y == v[3].uv.y && v[0].uv.x != v[1].uv.x && v[0].uv.y != v[2].uv.y;
}

}  // namespace

void put_text_on_pixels(ImDrawData& data)
{
    const float density = data.FramebufferScale.y;
    if (density == std::floor(density)) return;
    for (ImDrawList* list : data.CmdLists) {
        ImDrawVert* vertices = list->VtxBuffer.Data;
        const int   count    = list->VtxBuffer.Size;
        for (int at = 0; at + 3 < count;) {
            if (!is_glyph(vertices + at)) {
                ++at;
                continue;
            }
            // Only vertically: horizontally, glyphs are placed between pixels on purpose, to keep their spacing.
            const float top   = vertices[at].pos.y * density;
            const float shift = (std::round(top) - top) / density;
            for (int corner = 0; corner < 4; ++corner) vertices[at + corner].pos.y += shift;
            at += 4;
        }
    }
}

}  // namespace platform
