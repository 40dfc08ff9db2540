// Keeps text sharp at a fractional density (125 %, 110 %): ImGui aligns glyphs to whole units of its own, which then fall
// between device pixels. This moves them onto device pixels.
#pragma once
struct ImDrawData;

namespace platform {

// Moves each glyph by less than a device pixel. Does nothing at whole densities.
void put_text_on_pixels(ImDrawData&);

}  // namespace platform
